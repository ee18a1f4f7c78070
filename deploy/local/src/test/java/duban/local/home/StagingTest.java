package duban.local.home;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ground.Folders;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StagingTest {

  @TempDir Path folder;

  @Test
  void aBuildDoesNotChangeWhatRuns() throws Exception {
    Path program = build("one");
    Path target = folder.resolve("home/app/service");
    Staging.take(program, target);
    Folders.delete(program);
    build("two");
    assertThat(target.resolve("lib/code.jar")).hasContent("one");
    Staging.take(program, target);
    assertThat(target.resolve("lib/code.jar")).hasContent("two");
  }

  private Path build(String code) throws Exception {
    Path program = folder.resolve("target/quarkus-app");
    Files.createDirectories(program.resolve("lib"));
    Files.writeString(program.resolve("lib/code.jar"), code);
    return program;
  }
}
