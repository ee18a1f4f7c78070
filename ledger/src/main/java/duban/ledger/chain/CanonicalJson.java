package duban.ledger.chain;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * RFC 8785 (JSON Canonicalization Scheme), but for numbers: they are written as plain decimals
 * without exponent or trailing zeros ({@code 1.50e3} is {@code 1500}), because figures here are
 * exact decimals and RFC 8785 would round them to binary doubles.
 */
public final class CanonicalJson {

  /** Digits before or after the point beyond which a number is refused: no figure needs them. */
  public static final int MAX_DIGITS = 40;

  /**
   * The member that says who spoke. It is part of the chain, but not of the content by which a
   * repeated event is told from a conflicting one: a colleague may finish what another began.
   */
  public static final String AUTHOR = "by";

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private CanonicalJson() {}

  /** Whether two canonical bodies say the same, whoever said it. */
  public static boolean sameBesidesAuthor(String one, String other) {
    return withoutAuthor(one).equals(withoutAuthor(other));
  }

  private static String withoutAuthor(String body) {
    try {
      JsonNode content = EXACT.readTree(body);
      if (content instanceof ObjectNode fields) {
        fields.remove(AUTHOR);
      }
      return canonical(content).json();
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a body that is not JSON", e);
    }
  }

  /**
   * @throws IllegalArgumentException when a number is beyond {@link #MAX_DIGITS}, or a string holds
   *     half a surrogate pair or the character U+0000, which PostgreSQL cannot keep
   */
  public static CanonicalBody canonical(JsonNode json) {
    StringBuilder out = new StringBuilder(256);
    write(json, out);
    return CanonicalBody.of(out.toString());
  }

  private static void write(JsonNode node, StringBuilder out) {
    switch (node.getNodeType()) {
      case OBJECT -> writeObject(node, out);
      case ARRAY -> writeArray(node, out);
      case NUMBER -> out.append(number(node.decimalValue()));
      case BOOLEAN -> out.append(node.booleanValue());
      case NULL, MISSING -> out.append("null");
      case STRING -> writeString(node.textValue(), out);
      case BINARY, POJO -> throw new IllegalArgumentException("not a JSON value: " + node);
    }
  }

  private static void writeObject(JsonNode node, StringBuilder out) {
    List<String> names = new ArrayList<>(node.size());
    node.fieldNames().forEachRemaining(names::add);
    // String order is by UTF-16 code units, which is what RFC 8785 asks for.
    Collections.sort(names);
    out.append('{');
    String comma = "";
    for (String name : names) {
      out.append(comma);
      writeString(name, out);
      out.append(':');
      write(node.get(name), out);
      comma = ",";
    }
    out.append('}');
  }

  private static void writeArray(JsonNode node, StringBuilder out) {
    out.append('[');
    String comma = "";
    for (JsonNode element : node) {
      out.append(comma);
      write(element, out);
      comma = ",";
    }
    out.append(']');
  }

  private static String number(BigDecimal value) {
    if (value.signum() == 0) {
      return "0";
    }
    // Looked at before it is written: 1e999999999 would be a gigabyte of zeros.
    if (value.scale() > MAX_DIGITS || (long) value.precision() - value.scale() > MAX_DIGITS) {
      throw new IllegalArgumentException("a number of more than " + MAX_DIGITS + " digits");
    }
    return value.stripTrailingZeros().toPlainString();
  }

  private static void writeString(String text, StringBuilder out) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\b' -> out.append("\\b");
        case '\f' -> out.append("\\f");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        case '\0' -> throw new IllegalArgumentException("the character U+0000");
        default -> {
          if (c < 0x20) {
            out.append(String.format("\\u%04x", (int) c));
          } else {
            out.append(c);
            i = skipPair(text, i, out);
          }
        }
      }
    }
    out.append('"');
  }

  private static int skipPair(String text, int at, StringBuilder out) {
    char c = text.charAt(at);
    if (!Character.isSurrogate(c)) {
      return at;
    }
    boolean paired =
        Character.isHighSurrogate(c)
            && at + 1 < text.length()
            && Character.isLowSurrogate(text.charAt(at + 1));
    if (!paired) {
      throw new IllegalArgumentException("half a surrogate pair");
    }
    out.append(text.charAt(at + 1));
    return at + 1;
  }
}
