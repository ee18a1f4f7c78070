package duban.plans.document;

import duban.ledger.chain.Hash;
import duban.plans.plan.PlanId;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/**
 * A document that somebody handed in.
 *
 * @param title for the plan; null takes the document's own
 * @param replace whether it may take the place of a draft that is there
 */
record Handed(
    PlanId plan,
    @Nullable String title,
    String fileName,
    Buffer content,
    Hash sha256,
    boolean replace,
    String by) {

  /** The plan's title, when neither its sender nor the document gives one. */
  String bareName() {
    int dot = fileName.lastIndexOf('.');
    return dot > 0 ? fileName.substring(0, dot) : fileName;
  }
}
