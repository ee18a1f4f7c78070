package duban.local.delivery;

/**
 * What came of the events so far.
 *
 * @param duplicate in the ledger before
 * @param known of those: not sent again, because an earlier posting had their receipt
 */
record Tally(long appended, long duplicate, long rejected, long known) {

  static final Tally NONE = new Tally(0, 0, 0, 0);

  Tally plus(String status, long events) {
    return switch (status) {
      case "appended" -> new Tally(appended + events, duplicate, rejected, known);
      case "duplicate" -> new Tally(appended, duplicate + events, rejected, known);
      default -> new Tally(appended, duplicate, rejected + events, known);
    };
  }

  Tally plusKnown() {
    return new Tally(appended, duplicate + 1, rejected, known + 1);
  }

  long all() {
    return appended + duplicate + rejected;
  }

  String sentence() {
    String before =
        known == 0 ? "" : " (%,d of them known from an earlier posting)".formatted(known);
    return "%,d appended, %,d there already%s, %,d rejected"
        .formatted(appended, duplicate, before, rejected);
  }
}
