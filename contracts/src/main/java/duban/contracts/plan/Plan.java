package duban.contracts.plan;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One district's plan for one year, as a draft carries it and a revision fixes it.
 *
 * @param district GB/T 2260 code
 * @param starts first day; 1 January of the year unless given
 * @param ends last day; 31 December of the year unless given
 * @param zone the zone days are counted in; another name of Asia/Shanghai at most
 * @param reportingIntervalDays days after which silence counts as unreported; 30 unless given
 */
public record Plan(
    String district,
    int year,
    String title,
    @Nullable String titleEn,
    @Nullable LocalDate starts,
    @Nullable LocalDate ends,
    @Nullable String zone,
    @Nullable Integer reportingIntervalDays,
    List<Section> sections) {

  public static final String DEFAULT_ZONE = "Asia/Shanghai";
  public static final int DEFAULT_REPORTING_INTERVAL_DAYS = 30;

  /** {@code 320412-2022}. */
  public String id() {
    return district + "-" + year;
  }

  public LocalDate firstDay() {
    return starts != null ? starts : LocalDate.of(year, 1, 1);
  }

  public LocalDate lastDay() {
    return ends != null ? ends : LocalDate.of(year, 12, 31);
  }

  public int reportingInterval() {
    return reportingIntervalDays != null ? reportingIntervalDays : DEFAULT_REPORTING_INTERVAL_DAYS;
  }

  public Stream<WorkItem> items() {
    return sections.stream().flatMap(section -> section.items().stream());
  }

  public Stream<Target> targets() {
    return items().flatMap(item -> item.targets().stream());
  }

  /** {@code 320412-2022.6}: the item's id within all plans. */
  public String itemId(WorkItem item) {
    return id() + "." + item.key();
  }

  /** The plan of a target's or item's id, {@code 320412-2022.6.1 -> 320412-2022}. */
  public static String idOf(String targetOrItem) {
    int dot = targetOrItem.indexOf('.');
    return dot < 0 ? targetOrItem : targetOrItem.substring(0, dot);
  }

  /** The district of a plan's, target's or item's id; empty when it is not of that shape. */
  public static String districtOf(String id) {
    int dash = id.indexOf('-');
    return dash < 0 ? "" : id.substring(0, dash);
  }

  /** A part of the document; its number is written as the document writes it. */
  public record Section(
      @Nullable String no,
      @Nullable String title,
      @Nullable String titleEn,
      List<WorkItem> items) {}

  /**
   * A numbered work item.
   *
   * @param key unique in the plan: numbers joined by dots, {@code 6} or {@code 1.2}
   * @param no the number as the document writes it
   * @param responsibility who leads, does and supervises it
   */
  public record WorkItem(
      String key,
      @Nullable String no,
      String title,
      @Nullable String titleEn,
      List<Target> targets,
      @Nullable Responsibility responsibility) {

    public WorkItem(
        String key,
        @Nullable String no,
        String title,
        @Nullable String titleEn,
        List<Target> targets) {
      this(key, no, title, titleEn, targets, null);
    }

    /** The same item with other targets. */
    public WorkItem with(List<Target> others) {
      return new WorkItem(key, no, title, titleEn, others, responsibility);
    }
  }

  /**
   * Who leads (牵头), does (责任) and supervises (督办) a work item. Units, posts and office phones only:
   * never a private person's data.
   */
  public record Responsibility(
      @Nullable List<Unit> lead,
      @Nullable List<Unit> responsible,
      @Nullable List<Unit> supervising) {}

  /**
   * @param unit the unit's name
   * @param post the post in it that answers for the item
   * @param phone of the office
   */
  public record Unit(String unit, @Nullable String post, @Nullable String phone) {}
}
