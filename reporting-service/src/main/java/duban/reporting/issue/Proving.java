package duban.reporting.issue;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Ledgers;
import duban.contracts.catalogue.Issue.Position;
import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.Papers;
import duban.reporting.issue.Proof.Difference;
import duban.reporting.issue.Proof.Place;
import duban.reporting.owner.OwnerUnavailable;
import duban.reporting.store.Document;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proves issued papers against the owners' ledgers. It blocks, as {@link Issuing} does. */
@ApplicationScoped
class Proving {

  private final Papers papers;
  private final Places places;
  private final Issuing issuing;

  Proving(Papers papers, Places places, Issuing issuing) {
    this.papers = papers;
    this.places = places;
    this.issuing = issuing;
  }

  Proof prove(Frozen frozen) {
    boolean fits =
        Hash.sha256(frozen.content().getBytes(StandardCharsets.UTF_8))
            .hex()
            .equals(frozen.digest());
    Paper paper = frozen.paper();
    try {
      List<Place> found = found(paper.positions());
      Proof.Recorded record = record(frozen);
      List<Difference> differences =
          Comparing.differences(frozen.tree(), anew(frozen, paper.positions()));
      boolean holds = found.stream().allMatch(Place::holds) && (record == null || record.holds());
      return new Proof(
          frozen.edition().kind(),
          frozen.edition().scope(),
          frozen.edition().period(),
          frozen.number(),
          frozen.digest(),
          fits && holds && differences.isEmpty(),
          fits,
          found,
          record,
          differences.isEmpty(),
          differences);
    } catch (OwnerUnavailable away) {
      throw ProblemException.of(
          ProblemType.TRY_LATER,
          "台账所属服务没有应答，请稍后再核验。",
          "A ledger's owner did not answer; prove it later.");
    }
  }

  private List<Place> found(Map<String, Position> positions) {
    List<Place> found = new ArrayList<>();
    positions.forEach((ledger, position) -> {
      LedgerEvent link = issuing.awaitOrNull(places.at(ledger, position.seq()));
      String hash = link == null ? null : link.hash().hex();
      found.add(
          new Place(ledger, position.seq(), position.hash(), hash, position.hash().equals(hash)));
    });
    return found;
  }

  private Proof.@Nullable Recorded record(Frozen frozen) {
    Long seq = frozen.recordedSeq();
    if (seq == null) {
      return null;
    }
    LedgerEvent link = issuing.awaitOrNull(places.at(Ledgers.CATALOGUE, seq));
    boolean holds =
        link != null
            && link.body() != null
            && Document.read(link.body(), JsonNode.class)
                .path("issue")
                .path("digest")
                .asText()
                .equals(frozen.digest());
    return new Proof.Recorded(Ledgers.CATALOGUE, seq, holds);
  }

  /** The same paper told again, through the same canonical form. */
  private JsonNode anew(Frozen frozen, Map<String, Position> positions) {
    Paper told =
        issuing
            .await(papers.write(frozen.edition(), frozen.asOf(), frozen.knownAt()))
            .paper()
            .at(positions);
    return Document.read(Frozen.freeze(told).json(), JsonNode.class);
  }
}
