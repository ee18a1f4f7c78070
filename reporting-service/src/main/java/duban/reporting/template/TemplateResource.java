package duban.reporting.template;

import duban.contracts.catalogue.Settings;
import duban.contracts.problem.ProblemType;
import duban.door.Caller;
import duban.door.ProblemException;
import duban.door.Roles;
import duban.reporting.calendar.Calendar;
import duban.reporting.desk.Desk;
import duban.reporting.query.ScopeTold;
import duban.reporting.query.Telling;
import duban.reporting.question.Asked;
import duban.reporting.store.Transactions;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** The workbook that a district fills in, made on a virtual thread because it takes its time. */
@Path("/api/v1/districts/{code}/template")
@RolesAllowed({
  Roles.CITY_ADMIN,
  Roles.CITY_VIEWER,
  Roles.DISTRICT_PLANNER,
  Roles.DISTRICT_REPORTER,
  Roles.DISTRICT_VIEWER
})
@Tag(name = "Exports")
public class TemplateResource {

  private static final String EXCEL =
      "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
  private static final Duration PATIENCE = Duration.ofSeconds(60);

  @Inject Caller caller;
  @Inject Calendar calendar;
  @Inject Desk desk;
  @Inject Telling telling;
  @Inject Transactions transactions;

  @GET
  @RunOnVirtualThread
  @Produces(EXCEL)
  @Operation(summary = "The workbook in which a district fills in its progress")
  @APIResponse(
      responseCode = "200",
      description = "The workbook",
      content =
          @Content(
              mediaType = EXCEL,
              schema = @Schema(type = SchemaType.STRING, format = "binary")))
  public Response template(
      @PathParam("code") String code, @QueryParam("year") @Nullable String year) {
    caller.requireDistrict(Asked.scope(code, caller));
    int ofYear = Asked.year(year, calendar);
    byte[] template = desk.make(() -> make(code, ofYear));
    String name = "template-%s-%d.xlsx".formatted(code, ofYear);
    String chinese = "进展填报表-%s-%d.xlsx".formatted(code, ofYear);
    return Response.ok(template, EXCEL)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            "attachment; filename=\""
                + name
                + "\"; filename*=UTF-8''"
                + URLEncoder.encode(chinese, StandardCharsets.UTF_8))
        .build();
  }

  private byte[] make(String code, int year) {
    ScopeTold told =
        calendar
            .today()
            .chain(today ->
                transactions.snapshot(transaction ->
                    telling
                        .setting(transaction, code, today.today(), Instant.now())
                        .chain(setting ->
                            telling.scope(transaction, setting, code, year, Instant.now()))))
            .await()
            .atMost(PATIENCE);
    return told.plans().stream()
        .filter(plan -> plan.plan().district().equals(code))
        .findFirst()
        .map(plan -> Template.of(plan, stages(told.setting().catalogue().settings())))
        .orElseThrow(() ->
            ProblemException.of(
                ProblemType.NOT_FOUND,
                code + " 没有 " + year + " 年的已发布计划。",
                code + " has no published plan for " + year + "."));
  }

  private static List<String> stages(Settings settings) {
    return Stream.concat(Stream.of("未启动", "推进中"), settings.doneStages().stream()).toList();
  }
}
