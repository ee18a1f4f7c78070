package duban.document;

import duban.document.PlanReading.Paragraph;
import duban.document.outline.Outline.Node;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The paragraphs as stretches that do not overlap: a page number cuts the one that it stands in.
 */
final class Stretches {

  private Stretches() {}

  static List<Paragraph> of(List<Node> nodes, String source) {
    List<Paragraph> stretches = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Node node = nodes.get(i);
      int from = node.paragraph().span().start();
      int end = node.paragraph().span().end();
      for (int next = i + 1; next < nodes.size() && starts(nodes.get(next)) < end; next++) {
        add(stretches, source, from, starts(nodes.get(next)), node);
        from = nodes.get(next).paragraph().span().end();
      }
      add(stretches, source, from, end, node);
    }
    stretches.sort(Comparator.comparingInt(stretch -> stretch.span().start()));
    return List.copyOf(stretches);
  }

  private static int starts(Node node) {
    return node.paragraph().span().start();
  }

  private static void add(List<Paragraph> stretches, String source, int from, int end, Node node) {
    int last = end;
    int first = from;
    while (first < last && Character.isWhitespace(source.charAt(first))) {
      first++;
    }
    while (first < last && Character.isWhitespace(source.charAt(last - 1))) {
      last--;
    }
    if (first < last) {
      stretches.add(new Paragraph(new Span(first, last), node.path()));
    }
  }
}
