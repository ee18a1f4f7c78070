package duban.document;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.document.TargetReading.Base;

/** One target of {@link ReadingJson}. */
final class TargetJson {

  private TargetJson() {}

  static ObjectNode of(TargetReading target) {
    ObjectNode json = ReadingJson.object();
    words(json, target);
    figures(json, target);
    terms(json, target);
    json.put("confidence", target.confidence());
    json.set("doubts", ReadingJson.array(target.doubts(), ReadingJson::words));
    return json;
  }

  private static void words(ObjectNode json, TargetReading target) {
    json.put("quote", target.quote());
    json.set("span", ReadingJson.span(target.span()));
    json.put("role", ReadingJson.word(target.role()))
        .put("kind", target.kind().word())
        .put("title", target.title())
        .put("verb", target.verb());
  }

  private static void figures(ObjectNode json, TargetReading target) {
    Base base = target.base();
    json.put("op", target.operator() == null ? null : target.operator().sign())
        .put("strict", target.strict())
        .put("value", target.value())
        .put("low", target.low())
        .put("high", target.high())
        .put("unit", target.unit());
    json.set("normalized", base == null ? json.nullNode() : base(base));
  }

  private static ObjectNode base(Base base) {
    return ReadingJson.object()
        .put("value", base.value())
        .put("low", base.low())
        .put("high", base.high())
        .put("unit", base.unit());
  }

  private static void terms(ObjectNode json, TargetReading target) {
    json.put("period", target.period() == null ? null : target.period().word())
        .put("scope", target.scope())
        .put("due", ReadingJson.text(target.due()));
    ArrayNode named = json.putArray("named");
    target.named().forEach(named::add);
    json.put("namedComplete", target.namedComplete())
        .put("implied", target.implied())
        .put("trend", target.trend());
  }
}
