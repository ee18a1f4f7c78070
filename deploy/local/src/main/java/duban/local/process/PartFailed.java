package duban.local.process;

/** A part that did not come up at the first start. */
public final class PartFailed extends Exception {

  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  private final String sentence;

  PartFailed(Part part, String why, String lastWords) {
    this(
        "%s does not start: it %s%s (its log is %s)"
            .formatted(part.name(), why, quote(lastWords), part.log()));
  }

  private PartFailed(String sentence) {
    super(sentence, null, false, false);
    this.sentence = sentence;
  }

  /** For the person who tried to start it. */
  public String sentence() {
    return sentence;
  }

  /** The last line that is no place in a stack trace, which most often says what is wrong. */
  private static String quote(String lastWords) {
    return lastWords
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("at ") && !line.startsWith("..."))
        .reduce((_, later) -> later)
        .map(line -> ", saying \"" + line.substring(0, Math.min(LONGEST, line.length())) + "\"")
        .orElse("");
  }
}
