package duban.ledger.read;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import duban.ledger.chain.CanonicalBody;
import duban.ledger.chain.CanonicalJson;
import duban.ledger.chain.Hash;
import duban.ledger.chain.LedgerEvent;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Links as their owner's API shows them, read back without a tree: a page of them is long. */
public final class LinkJson {

  private static final JsonMapper EXACT =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();

  private LinkJson() {}

  /**
   * The links of {@code {"events":[…]}}, in order; whatever else the answer says is passed over.
   *
   * @throws IOException when it is not JSON
   * @throws RuntimeException when it is no page of links, or a body is not the one its digest names
   */
  public static List<LedgerEvent> page(String ledger, byte[] answer) throws IOException {
    List<LedgerEvent> links = new ArrayList<>();
    try (JsonParser in = EXACT.createParser(answer)) {
      require(in.nextToken() == JsonToken.START_OBJECT);
      while (in.nextToken() == JsonToken.FIELD_NAME) {
        if (in.currentName().equals("events") && in.nextToken() == JsonToken.START_ARRAY) {
          while (in.nextToken() == JsonToken.START_OBJECT) {
            links.add(link(ledger, answer, in));
          }
        } else {
          pass(in);
        }
      }
    }
    return links;
  }

  private static LedgerEvent link(String ledger, byte[] answer, JsonParser in) throws IOException {
    Map<String, String> fields = new HashMap<>();
    byte @Nullable [] body = null;
    while (in.nextToken() == JsonToken.FIELD_NAME) {
      String name = in.currentName();
      if (in.nextToken() == JsonToken.START_OBJECT) {
        byte[] object = object(answer, in);
        body = name.equals("body") ? object : body;
      } else if (in.currentToken().isScalarValue() && in.currentToken() != JsonToken.VALUE_NULL) {
        fields.put(name, in.getText());
      } else {
        in.skipChildren();
      }
    }
    return link(ledger, fields, body);
  }

  private static LedgerEvent link(String ledger, Map<String, String> fields, byte @Nullable [] body)
      throws IOException {
    Hash digest = Hash.ofHex(need(fields, "bodyDigest"));
    return new LedgerEvent(
        ledger,
        Long.parseLong(need(fields, "seq")),
        need(fields, "id"),
        need(fields, "fullType"),
        need(fields, "subject"),
        fields.get("refers"),
        Instant.parse(need(fields, "recordedAt")),
        body == null ? null : canonical(body, digest),
        digest,
        Hash.ofHex(need(fields, "hash")));
  }

  /** The bytes of the object that the parser is at the beginning of; it is then at its end. */
  private static byte[] object(byte[] answer, JsonParser in) throws IOException {
    int from = (int) in.currentLocation().getByteOffset() - 1;
    in.skipChildren();
    return Arrays.copyOfRange(answer, from, (int) in.currentLocation().getByteOffset());
  }

  /** An owner sends the canonical form itself; only what was written anew on the way is parsed. */
  private static String canonical(byte[] json, Hash digest) throws IOException {
    if (Hash.sha256(json).equals(digest)) {
      return new String(json, StandardCharsets.UTF_8);
    }
    CanonicalBody body = CanonicalJson.canonical(EXACT.readTree(json));
    if (!body.digest().equals(digest)) {
      throw new IllegalArgumentException("the body is not the one that was appended");
    }
    return body.json();
  }

  private static void pass(JsonParser in) throws IOException {
    if (in.currentToken() == JsonToken.FIELD_NAME) {
      in.nextToken();
    }
    in.skipChildren();
  }

  private static String need(Map<String, String> fields, String name) {
    String value = fields.get(name);
    if (value == null) {
      throw new IllegalArgumentException("no " + name);
    }
    return value;
  }

  private static void require(boolean page) {
    if (!page) {
      throw new IllegalArgumentException("not a page of links");
    }
  }
}
