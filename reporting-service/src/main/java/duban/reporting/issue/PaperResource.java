package duban.reporting.issue;

import duban.door.Caller;
import duban.reporting.bulletin.Edition;
import duban.reporting.issue.PaperDesk.Wish;
import duban.reporting.issue.PaperView.Issues;
import duban.reporting.question.Asked;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What bulletins and summaries answer alike. */
@ApplicationScoped
class PaperResource {

  private final Caller caller;
  private final PaperDesk desk;
  private final Issuing issuing;
  private final Proving proving;
  private final IssueStore store;

  PaperResource(Caller caller, PaperDesk desk, Issuing issuing, Proving proving, IssueStore store) {
    this.caller = caller;
    this.desk = desk;
    this.issuing = issuing;
    this.proving = proving;
    this.store = store;
  }

  /** The query of an address, as it came. */
  record Asking(
      @Nullable String issue, boolean draft, @Nullable String knownAt, @Nullable String format) {}

  Response paper(Edition edition, Asking asking, HttpHeaders headers) {
    allow(edition);
    Form form = Form.of(asking.format(), accepted(headers));
    Wish wish =
        new Wish(edition, number(asking.issue()), asking.draft(), Asked.moment(asking.knownAt()));
    byte[] paper = desk.paper(wish, form, caller.language());
    Response.ResponseBuilder answer =
        Response.ok(paper, form.mediaType())
            .header(HttpHeaders.VARY, "Accept, Accept-Language")
            .header(HttpHeaders.CONTENT_LANGUAGE, caller.language());
    return (form == Form.JSON
            ? answer
            : answer.header(HttpHeaders.CONTENT_DISPOSITION, attachment(edition, form)))
        .build();
  }

  Response issue(Edition edition, String authorization) {
    allow(edition);
    Frozen issued = issuing.issue(edition, caller.subject(), authorization);
    return Response.status(Response.Status.CREATED)
        .type(MediaType.APPLICATION_JSON)
        .entity(PaperDesk.json(PaperView.listed(issued)))
        .build();
  }

  Uni<Issues> issues(Edition edition) {
    allow(edition);
    return store.all(edition).map(all -> new Issues(all.stream().map(PaperView::listed).toList()));
  }

  byte[] proof(Edition edition, @Nullable String issue) {
    allow(edition);
    return PaperDesk.json(proving.prove(desk.issued(edition, number(issue))));
  }

  private void allow(Edition edition) {
    caller.requireDistrict(Asked.scope(edition.scope(), caller));
  }

  private static @Nullable Integer number(@Nullable String issue) {
    return issue == null ? null : Asked.limit(issue, 1, Integer.MAX_VALUE);
  }

  private static List<String> accepted(HttpHeaders headers) {
    return headers.getAcceptableMediaTypes().stream()
        .map(type -> type.getType() + "/" + type.getSubtype())
        .toList();
  }

  /** The Chinese name for whoever understands RFC 5987, an ASCII one for the rest. */
  private static String attachment(Edition edition, Form form) {
    String plain =
        "%s-%s-%s.%s".formatted(edition.kind(), edition.scope(), edition.period(), form.suffix());
    String word = edition.kind().equals(Edition.BULLETIN) ? "月通报" : "年度工作总结";
    String chinese = word + "-" + edition.scope() + "-" + edition.period() + "." + form.suffix();
    return "attachment; filename=\""
        + plain
        + "\"; filename*=UTF-8''"
        + URLEncoder.encode(chinese, StandardCharsets.UTF_8);
  }
}
