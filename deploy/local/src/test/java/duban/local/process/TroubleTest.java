package duban.local.process;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the parts really wrote. */
class TroubleTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "PANIC:  could not write to file \"pg_wal/xlogtemp.71\": No space left on device|DISK_FULL",
        "ERROR:  could not extend file \"base/5/16385\": No space left on device|DISK_FULL",
        "java.io.IOException: No space left on device|DISK_FULL",
        "LOG:  could not bind IPv4 address \"127.0.0.1\": Address already in use|PORT_TAKEN",
        "io.quarkus.runtime.QuarkusBindException: Port already bound: 8081|PORT_TAKEN",
        "java.net.BindException: Address already in use|PORT_TAKEN",
        "FATAL:  lock file \"postmaster.pid\" already exists|DATA_LOCKED",
        "Failed to acquire lock on file .lock in /x/kafka/data.|DATA_LOCKED",
        "java.lang.OutOfMemoryError: Java heap space|MEMORY_SHORT"
      })
  void isReadFromTheLastWords(String lastWords, Trouble trouble) {
    assertThat(Trouble.in("something before\n" + lastWords + "\nand after")).contains(trouble);
  }

  @Test
  void anOrdinaryEndIsNoTrouble() {
    assertThat(Trouble.in("database system is shut down")).isEmpty();
  }
}
