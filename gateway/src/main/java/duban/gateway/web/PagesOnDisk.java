package duban.gateway.web;

import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/** Reads what src/main/webui was built into: the files that its list names, and no other. */
final class PagesOnDisk {

  /** Content codings and the endings of the files that the build packs, the smallest first. */
  static final SequencedMap<String, String> CODINGS = codings();

  private static final String FOLDER = "META-INF/webui/";
  private static final String NAMED_BY_CONTENT = "assets/";

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json");

  private PagesOnDisk() {}

  /** Every file by its path, such as assets/index-CoU5_Iou.css. */
  static Map<String, Page> read() {
    Map<String, Page> pages = new LinkedHashMap<>();
    text("files").lines().forEach(path -> pages.put(path, page(path)));
    return Map.copyOf(pages);
  }

  private static Page page(String path) {
    Map<String, Buffer> packed = new LinkedHashMap<>();
    CODINGS.forEach(
        (coding, ending) -> bytes(path + ending).ifPresent(found -> packed.put(coding, found)));
    Buffer plain = bytes(path).orElseThrow(() -> new IllegalStateException("no page " + path));
    String type = TYPES.getOrDefault(ending(path), "application/octet-stream");
    return new Page(type, path.startsWith(NAMED_BY_CONTENT), plain, Map.copyOf(packed));
  }

  private static String ending(String path) {
    return path.substring(path.lastIndexOf('.') + 1);
  }

  private static String text(String path) {
    return bytes(path)
        .orElseThrow(() -> new IllegalStateException("the pages were not built: no " + path))
        .toString(StandardCharsets.UTF_8);
  }

  private static Optional<Buffer> bytes(String path) {
    ClassLoader loader = Thread.currentThread().getContextClassLoader();
    try (InputStream in = loader.getResourceAsStream(FOLDER + path)) {
      return in == null ? Optional.empty() : Optional.of(Buffer.buffer(in.readAllBytes()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  private static SequencedMap<String, String> codings() {
    SequencedMap<String, String> codings = new LinkedHashMap<>();
    codings.put("br", ".br");
    codings.put("gzip", ".gz");
    return codings;
  }
}
