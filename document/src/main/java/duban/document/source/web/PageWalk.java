package duban.document.source.web;

import duban.document.source.reading.Allowance;
import duban.document.source.reading.Lines;
import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** Goes over a page's elements in order and writes the words that a reader would see. */
final class PageWalk implements NodeVisitor {

  private static final Set<String> UNSEEN =
      Set.of(
          "head",
          "script",
          "style",
          "noscript",
          "template",
          "nav",
          "svg",
          "iframe",
          "object",
          "select",
          "textarea",
          "audio",
          "video",
          "canvas");

  private final Lines lines;
  private final Allowance allowance;

  /** Elements that are open around this place and show nothing. */
  private int unseen;

  /** The same of {@code pre}, in which blanks and line ends count. */
  private int preformatted;

  PageWalk(Lines lines, Allowance allowance) {
    this.lines = lines;
    this.allowance = allowance;
  }

  @Override
  public void head(Node node, int depth) {
    if (node instanceof TextNode words && unseen == 0) {
      lines.text(preformatted > 0 ? words.getWholeText() : collapse(words.getWholeText()));
    } else if (node instanceof Element element) {
      open(element);
    }
  }

  @Override
  public void tail(Node node, int depth) {
    if (node instanceof Element element) {
      close(element);
    }
  }

  private void open(Element element) {
    allowance.next();
    unseen += isUnseen(element) ? 1 : 0;
    preformatted += element.nameIs("pre") ? 1 : 0;
    if (unseen > 0) {
      return;
    }
    if (element.nameIs("br")) {
      lines.newLine();
    } else if (breaksLine(element)) {
      lines.endBlock();
    }
  }

  private void close(Element element) {
    if (unseen == 0) {
      endPart(element);
    }
    unseen -= isUnseen(element) ? 1 : 0;
    preformatted -= element.nameIs("pre") ? 1 : 0;
  }

  private void endPart(Element element) {
    switch (element.normalName()) {
      case "td", "th" -> lines.endCell();
      case "tr" -> lines.endRow();
      default -> {
        if (breaksLine(element)) {
          lines.endBlock();
        }
      }
    }
  }

  private static boolean isUnseen(Element element) {
    return UNSEEN.contains(element.normalName())
        || element.hasAttr("hidden")
        || element.attr("style").toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
  }

  /** Cells are parts of a line, though a browser lays them out as blocks. */
  private static boolean breaksLine(Element element) {
    return element.isBlock() && !element.nameIs("td") && !element.nameIs("th");
  }

  /**
   * Runs of blanks show as one, and as none at the start of a line. A line end of the source
   * between two Chinese characters is the editor's and would split a word.
   */
  private String collapse(String words) {
    StringBuilder shown = new StringBuilder(words.length());
    for (int i = 0; i < words.length(); ) {
      int end = endOfBlanks(words, i);
      if (end == i) {
        shown.append(words.charAt(i++));
      } else {
        boolean first = shown.isEmpty() && lines.atLineStart();
        shown.append(first || splitsWord(words, i, end) ? "" : " ");
        i = end;
      }
    }
    return shown.toString();
  }

  private static int endOfBlanks(String words, int from) {
    int end = from;
    while (end < words.length() && " \t\r\n\f".indexOf(words.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean splitsWord(String words, int from, int end) {
    return from > 0
        && end < words.length()
        && words.substring(from, end).indexOf('\n') >= 0
        && Character.isIdeographic(words.charAt(from - 1))
        && Character.isIdeographic(words.charAt(end));
  }
}
