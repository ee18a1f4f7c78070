package duban.progress.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.ledger.chain.Hash;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class S3EvidenceStoreTest extends StoreContract {

  @TempDir static Path folder;

  private static PlayedObjectStore server;

  @BeforeAll
  static void start() throws IOException {
    server = new PlayedObjectStore();
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  @Override
  EvidenceStore store() {
    return store("duban-key", server.endpoint());
  }

  @Override
  void harm(Hash hash) {
    server.objects.put("evidence/" + hash.hex(), new byte[] {1});
  }

  @Test
  void anObjectIsTheFileAndNothingElse() throws IOException {
    byte[] content = content(100_000);
    Hash hash = keep(content);
    assertThat(server.objects.get("evidence/" + hash.hex())).isEqualTo(content);
  }

  @Test
  void whomTheServerDeniesHearsSo() throws IOException {
    EvidenceStore stranger = store("guessed", server.endpoint());
    byte[] content = content(10);
    Path file = Files.write(stranger.incoming(), content);
    assertThatThrownBy(() -> stranger.keep(Hash.sha256(content), file))
        .isInstanceOf(IOException.class);
  }

  @Test
  void aServerThatIsAwayIsToldByAnIOException() {
    EvidenceStore away = store("duban-key", URI.create("http://127.0.0.1:1"));
    assertThatThrownBy(() -> away.open(Hash.sha256(content(10)))).isInstanceOf(IOException.class);
  }

  private static EvidenceStore store(String key, URI endpoint) {
    try {
      Path keys = folder.resolve("keys.properties");
      Files.writeString(keys, "access-key=" + key + "\nsecret-key=duban-secret\n");
      SmallRyeConfig config =
          new SmallRyeConfigBuilder()
              .withMapping(EvidenceSettings.class)
              .withDefaultValues(
                  Map.of(
                      "duban.evidence.store",
                      "s3",
                      "duban.evidence.s3.endpoint",
                      endpoint.toString(),
                      "duban.evidence.s3.bucket",
                      "duban",
                      "duban.evidence.s3.credentials-file",
                      keys.toString()))
              .build();
      return EvidenceWiring.s3(config.getConfigMapping(EvidenceSettings.class).s3());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
