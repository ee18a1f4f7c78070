package duban.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TestkitTest {

  @Test
  void theSharedServersAreTheSameForAll() {
    assertThat(Postgres.shared()).isEqualTo(Postgres.shared());
    assertThat(Kafka.shared()).isEqualTo(Kafka.shared());
  }

  @Test
  void theSharedDatabaseServerIsDurable() throws Exception {
    assertThat(ask(Postgres.shared(), "show fsync")).isEqualTo("on");
    assertThat(ask(Postgres.shared(), "show synchronous_commit")).isEqualTo("on");
    assertThat(ask(Postgres.shared(), "show data_checksums")).isEqualTo("on");
    assertThat(ask(Postgres.shared(), "show server_version")).startsWith("18.");
  }

  @Test
  void anAcknowledgedRowSurvivesAKill() throws Exception {
    try (CrashablePostgres postgres = CrashablePostgres.start()) {
      run(postgres.address(), "create table kept (n int); insert into kept values (7)");
      postgres.kill9();
      postgres.restart();
      assertThat(ask(postgres.address(), "select n from kept")).isEqualTo("7");
    }
  }

  @Test
  void aTopicCanBeEmptiedAndOutlivesAKill() throws Exception {
    try (CrashableKafka kafka = CrashableKafka.start()) {
      kafka.address().createTopic("kept", 3);
      kafka.address().createTopic("kept", 5);
      kafka.kill9();
      kafka.restart();
      try (var admin = kafka.address().admin()) {
        var topic = admin.describeTopics(java.util.List.of("kept")).allTopicNames().get();
        assertThat(topic.get("kept").partitions()).hasSize(5);
      }
    }
  }

  @Test
  void theQuarkusResourceGivesEverySettingInBothSpellings() {
    RealInfrastructure resource = new RealInfrastructure();
    resource.init(Map.of("database", "plans", "DUBAN_TODAY", "2022-06-30"));
    Map<String, String> settings = resource.start();
    assertThat(settings)
        .containsEntry("DUBAN_TODAY", "2022-06-30")
        .containsEntry("duban.today", "2022-06-30")
        .containsKeys("DUBAN_DB_HOST", "DUBAN_DB_PORT", "DUBAN_DB_USER", "DUBAN_DB_PASSWORD")
        .containsKeys("DUBAN_KAFKA", "DUBAN_JWKS", "DUBAN_ISSUER", "DUBAN_SERVICE_TOKEN_FILE");
    assertThat(settings.get("DUBAN_DB_NAME")).startsWith("plans_");
    assertThat(resource.start().get("DUBAN_DB_NAME")).isNotEqualTo(settings.get("DUBAN_DB_NAME"));
  }

  private static void run(Postgres postgres, String sql) throws Exception {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String ask(Postgres postgres, String sql) throws Exception {
    try (Connection connection = postgres.connect("postgres");
        Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
