package duban.ground;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OwnerOnlyTest {

  @TempDir Path folder;

  @Test
  void onlyTheOwnerMayReadAndNothingElseIsLeft() throws Exception {
    Path file = folder.resolve("deeper/secret");
    OwnerOnly.write(file, "one");
    OwnerOnly.write(file, "two");
    assertThat(file).hasContent("two");
    assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
        .isEqualTo("rw-------");
    assertThat(file.getParent()).isDirectoryNotContaining("glob:**.writing-*");
  }

  @Test
  void aFolderGoesWithAllThatIsInIt() throws Exception {
    Path inner = Files.createDirectories(folder.resolve("a/b/c"));
    Files.writeString(inner.resolve("file"), "x");
    Folders.delete(folder.resolve("a"));
    Folders.delete(folder.resolve("a"));
    assertThat(folder).isEmptyDirectory();
  }
}
