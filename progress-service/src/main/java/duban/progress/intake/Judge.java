package duban.progress.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.DistrictCode;
import duban.contracts.EventTypes;
import duban.contracts.Json;
import duban.contracts.Ledgers;
import duban.contracts.Text;
import duban.contracts.plan.Plan;
import duban.contracts.problem.FieldProblem;
import duban.contracts.problem.Problem;
import duban.contracts.problem.ProblemType;
import duban.contracts.progress.ProgressEvent.EventVoided;
import duban.ledger.append.LedgerLimits;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.IndexKeys;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import duban.ledger.read.LedgerReader;
import duban.progress.evidence.EvidenceBook;
import duban.progress.ledger.Database;
import duban.progress.replica.PlanDirectory;
import duban.progress.replica.PlanDirectory.Asked;
import duban.progress.replica.PlanReplica;
import duban.progress.rules.About;
import duban.progress.rules.Cited;
import duban.progress.rules.ContentRules;
import duban.progress.rules.FollowUps;
import duban.progress.rules.Indexing;
import duban.progress.rules.PlanRules;
import duban.progress.rules.PublishedPlan;
import duban.progress.rules.Submission;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * Brings an event before the rules, with the plan they need. Before it refuses for what a plan says
 * it makes sure that the plan is not older than the event, and that the event is not a repeat: what
 * was once accepted is answered alike for ever, also after the plan has changed.
 *
 * <p>It blocks, for virtual threads, and throws "try later" when the database does not answer.
 */
@ApplicationScoped
class Judge {

  private final PlanReplica replica;
  private final PlanDirectory directory;
  private final EvidenceBook evidence;
  private final LedgerReader reader;
  private final LedgerLimits limits;

  Judge(
      PlanReplica replica,
      PlanDirectory directory,
      EvidenceBook evidence,
      LedgerReader reader,
      LedgerLimits limits) {
    this.replica = replica;
    this.directory = directory;
    this.evidence = evidence;
    this.reader = reader;
    this.limits = limits;
  }

  /**
   * @param pending the subject of an event that is on its way into the ledger before this one
   */
  Judged judge(
      String district,
      Submission submission,
      Poster poster,
      Function<String, Optional<String>> pending) {
    if (!poster.mayPost(submission.type())) {
      return new Judged.Refused(bureauOnly(submission.type()));
    }
    List<FieldProblem> faults = ContentRules.faults(submission.event());
    if (!faults.isEmpty()) {
      return new Judged.Refused(invalid(faults));
    }
    String ledger = Ledgers.progress(district);
    return switch (About.of(submission.event())) {
      case About.Place place -> {
        Optional<Problem> refusal =
            ofPlace(district, place, submission).or(() -> unknownFiles(district, submission));
        yield refusal.isPresent()
            ? refused(ledger, submission, refusal.get(), place.id(), poster)
            : accepted(submission, place.id(), poster);
      }
      case About.Earlier earlier -> {
        Optional<String> subject =
            pending.apply(earlier.id()).or(() -> subjectOf(ledger, earlier.id()));
        yield subject.isEmpty()
            ? new Judged.Refused(FollowUps.unknownEvent(earlier.id()))
            : ofEarlier(ledger, submission, subject.get(), poster);
      }
    };
  }

  private Optional<Problem> ofPlace(String district, About.Place place, Submission submission) {
    if (DistrictCode.isValid(place.district()) && !place.district().equals(district)) {
      return Optional.of(PlanRules.foreign(place, district));
    }
    if (!place.isWellFormed()) {
      return Optional.of(PlanRules.unknown(place));
    }
    Optional<PublishedPlan> known = replica.find(place.plan());
    Optional<Problem> refusal =
        known.isEmpty()
            ? Optional.of(PlanRules.unknown(place))
            : PlanRules.refusal(submission.event(), known.get());
    return refusal.isEmpty() ? refusal : secondOpinion(submission, place, known, refusal.get());
  }

  /** The copy may be a moment behind: what it refuses is held against the plan's owner. */
  private Optional<Problem> secondOpinion(
      Submission submission, About.Place place, Optional<PublishedPlan> known, Problem refusal) {
    if (refusal.type() == ProblemType.PLAN_CLOSED) {
      return Optional.of(refusal);
    }
    return switch (directory.ask(place.plan())) {
      case Asked.Published(PublishedPlan plan)
          when known.isEmpty() || plan.isNewerThan(known.get()) ->
          PlanRules.refusal(submission.event(), plan);
      case Asked.Published _, Asked.NotPublished _ -> Optional.of(refusal);
      // The target may be in a plan published a second ago; any other refusal stands as it is.
      case Asked.Unreachable _ ->
          Optional.of(refusal.type() == ProblemType.UNKNOWN_TARGET ? notYetKnown(place) : refusal);
    };
  }

  private Optional<Problem> unknownFiles(String district, Submission submission) {
    List<String> cited = Cited.by(submission.event());
    Set<String> files = cited.stream().filter(Cited::isFile).collect(Collectors.toSet());
    if (files.isEmpty()) {
      return Optional.empty();
    }
    Set<String> unknown = evidence.unknown(district, files);
    List<FieldProblem> faults =
        IntStream.range(0, cited.size())
            .filter(at -> unknown.contains(cited.get(at)))
            .mapToObj(Judge::notHandedIn)
            .toList();
    return faults.isEmpty() ? Optional.empty() : Optional.of(invalid(faults));
  }

  private static FieldProblem notHandedIn(int at) {
    return FieldProblem.at(
        "/evidence/" + at,
        "本区县没有上传过这个文件，请先上传到 evidence。",
        "This district has handed in no such file: post it to evidence first.");
  }

  private Judged ofEarlier(String ledger, Submission submission, String subject, Poster poster) {
    Optional<Problem> refusal =
        submission.event() instanceof EventVoided voided
            ? replica.find(Plan.idOf(subject)).flatMap(plan -> PlanRules.refusal(voided, plan))
            : Optional.empty();
    return refusal.isPresent()
        ? refused(ledger, submission, refusal.get(), subject, poster)
        : accepted(submission, subject, poster);
  }

  /** A repeat goes on to the ledger, which knows the first answer, or that its content differs. */
  private Judged refused(
      String ledger, Submission submission, Problem refusal, String subject, Poster poster) {
    return subjectOf(ledger, submission.id()).isPresent()
        ? accepted(submission, subject, poster)
        : new Judged.Refused(refusal);
  }

  private Optional<String> subjectOf(String ledger, String id) {
    return Database.await(reader.event(ledger, id)).map(LedgerEvent::subject);
  }

  private Judged accepted(Submission submission, String subject, Poster poster) {
    ObjectNode content = Json.lenient().valueToTree(submission.event());
    content.put(CanonicalJson.AUTHOR, poster.subject());
    CanonicalBody body = CanonicalJson.canonical(content);
    if (body.json().length() > limits.maxBodyBytes()) {
      return new Judged.Refused(tooLarge());
    }
    IndexKeys keys = Indexing.keys(submission.event());
    return new Judged.Accepted(
        new NewEvent(
            submission.id(),
            EventTypes.full(submission.type()),
            keys.subject() == null ? subject : keys.subject(),
            keys.refers(),
            body));
  }

  private static Problem bureauOnly(String type) {
    return Problem.at(
        ProblemType.FORBIDDEN,
        "/type",
        type + " 只能由市级主管部门提交。",
        "Only the municipal bureau posts " + type + ".");
  }

  private static Problem invalid(List<FieldProblem> faults) {
    return new Problem(
        ProblemType.INVALID_EVENT,
        faults.size() == 1
            ? faults.getFirst().detail()
            : new Text(
                "事件有 " + faults.size() + " 处有误。",
                faults.size() + " places of the event are wrong."),
        faults);
  }

  private static Problem notYetKnown(About.Place place) {
    return Problem.at(
        ProblemType.TRY_LATER,
        place.pointer(),
        "暂时无法确认 " + place.id() + " 是否已发布，请稍后再试。",
        "It cannot be told for the moment whether " + place.id() + " is published; try later.");
  }

  private Problem tooLarge() {
    int most = limits.maxBodyBytes();
    return Problem.of(
        ProblemType.TOO_LARGE,
        "事件内容不能超过 " + most + " 个字符。",
        "An event must not be larger than " + most + " characters.");
  }
}
