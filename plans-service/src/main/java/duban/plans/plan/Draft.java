package duban.plans.plan;

import com.fasterxml.jackson.core.JsonProcessingException;
import duban.contracts.Json;
import duban.contracts.plan.Plan;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.Hash;
import duban.plans.publication.Facts;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What a district is still writing; its version is what an editor must have seen. */
@Entity
@Table(name = "plan_draft")
public class Draft {

  @Id String plan = "";
  String district = "";
  int year;
  String title = "";

  /** Canonical JSON, so that equal contents are equal texts. */
  String content = "";

  @Column(name = "edited_by")
  String editedBy = "";

  @Column(name = "edited_at")
  Instant editedAt = Instant.EPOCH;

  /** The review that the content comes from; null when a person wrote it. */
  @Nullable Long review;

  /** Proposals of the review that nobody has decided yet. */
  int undecided;

  @Version int version;

  protected Draft() {}

  Draft(Plan content, String by, Instant now) {
    this.plan = content.id();
    this.district = content.district();
    this.year = content.year();
    write(content, by, now);
  }

  /** Does nothing when the content is what it was: reading it again must not cost an editor. */
  final void write(Plan wanted, String by, Instant now) {
    CanonicalBody body = Facts.canonical(wanted);
    if (body.json().equals(content)) {
      return;
    }
    content = body.json();
    review = null;
    undecided = 0;
    title = wanted.title();
    editedBy = by;
    editedAt = now;
  }

  String plan() {
    return plan;
  }

  int version() {
    return version;
  }

  String json() {
    return content;
  }

  Hash digest() {
    return Hash.sha256(content.getBytes(StandardCharsets.UTF_8));
  }

  Plan read() {
    return read(content);
  }

  public static Plan read(String json) {
    try {
      return Json.lenient().readValue(json, Plan.class);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a plan that was written here cannot be read", e);
    }
  }
}
