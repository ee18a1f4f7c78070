package duban.reporting.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import duban.door.ProblemException;
import duban.reporting.webhook.Secrets.Unreadable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What lies in the database instead of a webhook's secret, and who can read it. */
class SecretsTest {

  private static final String SECRET = "whsec_c2VjcmV0IG9mIGEgd2ViaG9vaw==";
  private static final String ONE = "MDEyMzQ1Njc4OTAxMjM0NTY3ODkwMTIzNDU2Nzg5MDE=";
  private static final String TWO = "YWJjZGVmZ2hpamFiY2RlZmdoaWphYmNkZWZnaGlqYWI=";

  @TempDir Path folder;

  private Secrets under(String... keys) throws IOException {
    Path file = folder.resolve("webhooks.key");
    Files.writeString(file, String.join("\n", keys) + "\n");
    return new Secrets(Optional.of(file));
  }

  @Test
  void whatIsSealedIsReadWithItsKeyAndIsNeverTwiceTheSame() throws IOException {
    Secrets secrets = under(ONE);
    String sealed = secrets.seal(SECRET);
    assertThat(sealed).startsWith("v1:").doesNotContain("whsec", SECRET.substring(6));
    assertThat(secrets.open(sealed)).isEqualTo(SECRET);
    assertThat(secrets.seal(SECRET)).isNotEqualTo(sealed);
  }

  @Test
  void withoutItsKeyItIsNotRead() throws IOException {
    String sealed = under(ONE).seal(SECRET);
    Secrets others = under(TWO);
    assertThatThrownBy(() -> others.open(sealed)).isInstanceOf(Unreadable.class);
    Secrets none = new Secrets(Optional.empty());
    assertThatThrownBy(() -> none.open(sealed)).isInstanceOf(Unreadable.class);
  }

  @Test
  void whatSomebodyChangedIsNotRead() throws IOException {
    Secrets secrets = under(ONE);
    String sealed = secrets.seal(SECRET);
    char last = sealed.charAt(sealed.length() - 6);
    String changed =
        sealed.substring(0, sealed.length() - 6)
            + (last == 'A' ? 'B' : 'A')
            + sealed.substring(sealed.length() - 5);
    assertThatThrownBy(() -> secrets.open(changed)).isInstanceOf(Unreadable.class);
    assertThatThrownBy(() -> secrets.open(sealed.substring(0, 20))).isInstanceOf(Unreadable.class);
  }

  @Test
  void aKeyIsReplacedByOneBeforeIt() throws IOException {
    String before = under(ONE).seal(SECRET);
    Secrets after = under(TWO, ONE);
    assertThat(after.open(before)).isEqualTo(SECRET);
    assertThat(after.isToBeSealed(before)).isTrue();
    String anew = after.seal(SECRET);
    assertThat(after.isToBeSealed(anew)).isFalse();
    assertThat(under(TWO).open(anew)).isEqualTo(SECRET);
  }

  @Test
  void withoutAKeyFileWhatIsThereGoesOnAndNothingNewIsMade() {
    Secrets secrets = new Secrets(Optional.empty());
    assertThat(secrets.open(SECRET)).isEqualTo(SECRET);
    assertThat(secrets.isToBeSealed(SECRET)).isFalse();
    assertThatThrownBy(() -> secrets.seal(SECRET)).isInstanceOf(ProblemException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "secret", "c2hvcnQ="})
  void aFileThatHoldsNoKeyIsRefused(String line) {
    assertThatThrownBy(() -> under(line))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("duban.webhooks.key-file");
  }

  @Test
  void aFileThatIsNotThereIsRefused() {
    assertThatThrownBy(() -> new Secrets(Optional.of(folder.resolve("none"))))
        .hasMessageContaining("duban.webhooks.key-file");
  }
}
