package duban.plans.review;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Plan.Section;
import duban.contracts.plan.Plan.WorkItem;
import duban.contracts.problem.FieldProblem;
import duban.plans.review.Proposal.Decided;
import duban.plans.rules.PlanRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Other titles for the plan, its sections and its items; what is left out stays as it is.
 *
 * @param sections by their place, 0 for the first
 * @param items by their keys
 */
@Schema(name = "Titles")
public record Titles(
    @Nullable String title, @Nullable List<OfSection> sections, @Nullable List<OfItem> items) {

  @Schema(name = "SectionTitle")
  public record OfSection(int section, String title, @Nullable String titleEn) {}

  @Schema(name = "ItemTitle")
  public record OfItem(String item, String title, @Nullable String titleEn) {}

  /** The review with these titles, or what is wrong with them. */
  Outcome apply(Review before, Decided author) {
    List<FieldProblem> faults = new ArrayList<>(unknown(before.outline()));
    Outline after = retitled(before.outline());
    faults.addAll(PlanRules.faults(after.plan()));
    if (!faults.isEmpty()) {
      return new Outcome.Refused(faults);
    }
    HistoryLine line = HistoryLine.titled(of(before.outline()), this, author);
    return new Outcome.Changed(new Change(before.with(after), List.of(), List.of(line)));
  }

  private List<FieldProblem> unknown(Outline outline) {
    List<FieldProblem> faults = new ArrayList<>();
    for (OfSection wanted : givenSections()) {
      if (wanted.section() < 0 || wanted.section() >= outline.plan().sections().size()) {
        faults.add(FieldProblem.at("/sections", "没有这个部分。", "There is no such section."));
      }
    }
    for (OfItem wanted : givenItems()) {
      if (outline.item(wanted.item()).isEmpty()) {
        faults.add(FieldProblem.at("/items", "没有这个工作项。", "There is no such work item."));
      }
    }
    return faults;
  }

  private Outline retitled(Outline outline) {
    Outline items = outline.items(this::retitled);
    Plan plan = items.plan();
    List<Section> sections = new ArrayList<>(plan.sections());
    for (OfSection wanted : givenSections()) {
      if (wanted.section() >= 0 && wanted.section() < sections.size()) {
        Section old = sections.get(wanted.section());
        sections.set(
            wanted.section(), new Section(old.no(), wanted.title(), wanted.titleEn(), old.items()));
      }
    }
    return new Outline(items.plan(title != null ? title : plan.title(), sections));
  }

  private WorkItem retitled(WorkItem item) {
    return givenItems().stream()
        .filter(wanted -> wanted.item().equals(item.key()))
        .findFirst()
        .map(wanted ->
            new WorkItem(
                item.key(),
                item.no(),
                wanted.title(),
                wanted.titleEn(),
                item.targets(),
                item.responsibility()))
        .orElse(item);
  }

  /** The same places with the titles that stand there. */
  private Titles of(Outline outline) {
    Function<OfSection, OfSection> section =
        wanted -> {
          Section old = outline.plan().sections().get(wanted.section());
          return new OfSection(
              wanted.section(), Optional.ofNullable(old.title()).orElse(""), old.titleEn());
        };
    return new Titles(
        title == null ? null : outline.plan().title(),
        givenSections().stream().map(section).toList(),
        givenItems().stream()
            .flatMap(wanted -> outline.item(wanted.item()).stream())
            .map(item -> new OfItem(item.key(), item.title(), item.titleEn()))
            .toList());
  }

  private List<OfSection> givenSections() {
    return sections != null ? sections : List.of();
  }

  private List<OfItem> givenItems() {
    return items != null ? items : List.of();
  }
}
