package duban.local.delivery;

import duban.local.home.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What is posted, as a file: what gets no answer has to be read again. */
record Input(Path path, String name, boolean temporary) implements AutoCloseable {

  static final String STANDARD_INPUT = "-";

  static Input of(String name, InputStream standard) throws IOException {
    if (name.equals(STANDARD_INPUT)) {
      Path copy = Files.createTempFile("duban-post-", "");
      copy.toFile().deleteOnExit();
      Files.copy(standard, copy, StandardCopyOption.REPLACE_EXISTING);
      return new Input(copy, name, true).checked();
    }
    Path path = Path.of(name);
    if (Files.isDirectory(path)) {
      throw new Refusal(name + " is a folder: name a file in it");
    }
    if (!Files.isReadable(path)) {
      throw new Refusal("cannot read " + name);
    }
    return new Input(path, name, false).checked();
  }

  private Input checked() throws IOException {
    if (Files.size(path) == 0) {
      close();
      throw new Refusal(
          temporary ? "nothing came on the standard input" : name + " is empty: nothing to post");
    }
    return this;
  }

  /** As a sentence calls it. */
  String called() {
    return temporary ? "what came on the standard input" : name;
  }

  @Override
  public void close() throws IOException {
    if (temporary) {
      Files.deleteIfExists(path);
    }
  }
}
