package duban.benchmarks.ledger;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.NewEvent;
import java.math.BigDecimal;

/** A report as a district's system posts it; both sides store these columns. */
final class Sample {

  static final String TYPE = "cn.duban.progress.reported.v1";

  private Sample() {}

  /** Made from scratch for each append: canonical form and digest are part of what is measured. */
  static NewEvent event(long number) {
    return new NewEvent(id(number), TYPE, target(number), null, body(number));
  }

  static String id(long number) {
    return "wj-2022-" + number;
  }

  static String target(long number) {
    return "320412-2022.6." + number % 40;
  }

  static CanonicalBody body(long number) {
    ObjectNode body = JsonNodeFactory.instance.objectNode();
    body.put("target", target(number));
    body.put("asOf", "2022-06-30");
    body.put("value", BigDecimal.valueOf(number));
    body.put("note", "本月新增学位，两所学校交付使用");
    body.put("by", "wujin-sis");
    return CanonicalJson.canonical(body);
  }
}
