package duban.contracts.problem;

import duban.contracts.Text;

/**
 * One faulty place of a request.
 *
 * @param pointer JSON pointer (RFC 6901) into the body; "" is the whole of it
 */
public record FieldProblem(String pointer, Text detail) {

  public static FieldProblem at(String pointer, String zh, String en) {
    return new FieldProblem(pointer, new Text(zh, en));
  }
}
