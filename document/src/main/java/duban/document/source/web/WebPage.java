package duban.document.source.web;

import duban.document.source.plain.PlainText;
import duban.document.source.reading.Allowance;
import duban.document.source.reading.FormatReader;
import duban.document.source.reading.Lines;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jspecify.annotations.Nullable;

/** Reads HTML; whatever the page points to is not fetched. */
public final class WebPage implements FormatReader {

  private static final Pattern CHARSET =
      Pattern.compile("charset\\s*=\\s*[\"']?([-\\w]{1,40})", Pattern.CASE_INSENSITIVE);
  private static final int HEAD_CHARS = 4096;

  @Override
  public void read(byte[] bytes, Lines lines, Allowance allowance) throws IOException {
    String page =
        PlainText.decode(bytes, declared(bytes)).orElseThrow(() -> new IOException("no text"));
    Jsoup.parse(page).traverse(new PageWalk(lines, allowance));
  }

  private static @Nullable Charset declared(byte[] bytes) {
    int length = Math.min(bytes.length, HEAD_CHARS);
    Matcher charset = CHARSET.matcher(new String(bytes, 0, length, StandardCharsets.ISO_8859_1));
    return charset.find() ? PlainText.named(charset.group(1)) : null;
  }
}
