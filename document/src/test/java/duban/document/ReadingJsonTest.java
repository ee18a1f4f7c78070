package duban.document;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.Json;
import duban.contracts.plan.Target;
import duban.document.PlanReading.Doubt;
import duban.document.PlanReading.Head;
import duban.document.PlanReading.Item;
import duban.document.PlanReading.Kind;
import duban.document.PlanReading.Paragraph;
import duban.document.PlanReading.Script;
import duban.document.PlanReading.Section;
import duban.document.PlanReading.Words;
import duban.document.TargetReading.Base;
import duban.document.TargetReading.Role;
import duban.document.source.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

class ReadingJsonTest {

  private static final String EXPECTED =
      """
      {"document":{"file":"计划.docx","title":"工作要点","docNumber":null,"issuer":"示例县教育局",\
      "issued":"2023-02-08","year":2023,"kind":"summary-and-plan","script":"simplified",\
      "format":"docx"},"sections":[{"no":"一","path":"一","title":"资源","items":[{"no":"（一）",\
      "path":"一/1","title":null,"targets":[{"quote":"投入2.50万元","span":{"start":3,"end":10},\
      "role":"target","kind":"money","title":"投入","verb":"投入","op":">=","strict":false,\
      "value":2.50,"low":null,"high":null,"unit":"万元","normalized":{"value":25000,"low":null,\
      "high":null,"unit":"元"},"period":null,"scope":null,"due":"2023-12-31","named":["东湖小学"],\
      "namedComplete":true,"implied":false,"trend":null,"confidence":0.9,\
      "doubts":[{"zh":"存疑","en":"in doubt"}]}]}]}],\
      "paragraphs":[{"span":{"start":0,"end":10},"node":"一/1"}],\
      "doubts":[{"path":"一/1","quote":"若干","span":{"start":1,"end":3},\
      "why":{"zh":"数目不明","en":"how many is not said"}}]}\
      """;

  @Test
  void everyKeyIsThereAndFiguresAreExact() throws Exception {
    assertThat(Json.lenient().writeValueAsString(ReadingJson.of(reading(), "计划.docx", Format.DOCX)))
        .isEqualTo(EXPECTED);
  }

  private static PlanReading reading() {
    Head head =
        new Head(
            "工作要点",
            null,
            "示例县教育局",
            LocalDate.of(2023, 2, 8),
            2023,
            Kind.SUMMARY_AND_PLAN,
            Script.SIMPLIFIED);
    Span all = new Span(0, 10);
    Item item = new Item("（一）", "一/1", null, List.of(all), List.of(target()));
    return new PlanReading(
        head,
        List.of(new Section("一", "一", "资源", null, List.of(item))),
        List.of(new Paragraph(all, "一/1")),
        List.of(new Doubt("一/1", "若干", new Span(1, 3), new Words("数目不明", "how many is not said"))));
  }

  private static TargetReading target() {
    return new TargetReading(
        "投入2.50万元",
        new Span(3, 10),
        Role.TARGET,
        Target.Kind.MONEY,
        "投入",
        "投入",
        Target.Operator.AT_LEAST,
        false,
        new BigDecimal("2.50"),
        null,
        null,
        "万元",
        new Base(new BigDecimal("25000"), null, null, "元"),
        null,
        null,
        LocalDate.of(2023, 12, 31),
        List.of("东湖小学"),
        true,
        false,
        null,
        new BigDecimal("0.9"),
        List.of(new Words("存疑", "in doubt")));
  }
}
