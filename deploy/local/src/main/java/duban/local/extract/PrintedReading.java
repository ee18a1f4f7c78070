package duban.local.extract;

import duban.contracts.Text;
import duban.document.PlanReading;
import duban.document.PlanReading.Doubt;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Section;
import duban.document.PlanReading.Words;
import java.io.PrintStream;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Prints a reading for a person: the outline, the targets under their items, the doubts last. */
final class PrintedReading {

  private static final Text NO_TITLE = new Text("（无标题）", "(no title)");
  private static final Text COUNT =
      new Text("共 %d 项目标，%d 处存疑。%n", "%d targets, %d places in doubt.%n");

  private final PrintStream out;
  private final String language;
  private final PrintedTarget target;

  PrintedReading(PrintStream out, String language) {
    this.out = out;
    this.language = language;
    this.target = new PrintedTarget(out, language);
  }

  void print(PlanReading reading) {
    print(reading.document());
    reading.sections().forEach(this::print);
    List<Doubt> doubts = reading.doubts();
    out.println();
    out.printf(COUNT.in(language), reading.targets().count(), doubts.size());
    doubts.forEach(this::print);
  }

  private void print(Head head) {
    String title = head.title();
    out.println(title == null ? NO_TITLE.in(language) : title);
    String about =
        Stream.of(head.docNumber(), head.issuer(), head.issued(), head.year())
            .filter(Objects::nonNull)
            .map(Object::toString)
            .collect(Collectors.joining(" · "));
    if (!about.isEmpty()) {
      out.println(about);
    }
  }

  private void print(Section section) {
    out.println();
    String heading = heading(section.no(), section.title());
    if (!heading.isEmpty()) {
      out.println(heading);
    }
    section.items().forEach(this::print);
  }

  private void print(Item item) {
    String heading = heading(item.no(), item.title());
    if (!heading.isEmpty()) {
      out.println("  " + heading);
    }
    item.targets().forEach(target::print);
  }

  private static String heading(String no, @Nullable String title) {
    return (no + " " + (title == null ? "" : title)).strip();
  }

  private void print(Doubt doubt) {
    Words why = doubt.why();
    out.printf(
        "  %s “%s” %s%n",
        doubt.path(), OneLine.of(doubt.quote()), new Text(why.zh(), why.en()).in(language));
  }
}
