package duban.plans.amendment;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What is different between two revisions.
 *
 * @param fields of the plan itself; {@code sections} are its headings
 */
@Schema(name = "PlanChanges")
public record Changes(List<Field> fields, Items items, Targets targets) {

  /**
   * @param before absent when the field was not there
   * @param after absent when the field is not there any more
   */
  @Schema(name = "ChangedField")
  public record Field(
      String field,
      @Schema(implementation = Object.class) @Nullable JsonNode before,
      @Schema(implementation = Object.class) @Nullable JsonNode after) {}

  @Schema(name = "ChangedItems")
  public record Items(List<Item> added, List<Item> removed, List<ChangedItem> changed) {}

  @Schema(name = "ItemNamed")
  public record Item(String item, String title) {}

  @Schema(name = "ChangedItem")
  public record ChangedItem(String item, String title, List<Field> fields) {}

  @Schema(name = "ChangedTargets")
  public record Targets(List<Named> added, List<Named> dropped, List<ChangedTarget> changed) {}

  @Schema(name = "TargetNamed")
  public record Named(String target, String title) {}

  @Schema(name = "ChangedTarget")
  public record ChangedTarget(String target, String title, List<Field> fields) {}

  /** With which two revisions it speaks of. */
  @Schema(name = "RevisionChanges")
  public record Told(
      String plan, int revision, int against, @Nullable String reason, Changes changes) {}
}
