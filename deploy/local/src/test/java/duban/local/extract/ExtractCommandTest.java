package duban.local.extract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import duban.contracts.Json;
import duban.local.home.Refusal;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ExtractCommandTest {

  private static final String PLAN =
      """
      示例县教育局2023年工作要点

      一、扩大优质资源
      1．增加学位供给。新建幼儿园2所，新增学位不少于720个。
      """;

  @TempDir private Path folder;

  @Test
  void jsonForPrograms() throws Exception {
    JsonNode reading = Json.lenient().readTree(run(plan(), "--json", "--year", "2023"));
    assertThat(reading.at("/document/file").asText()).isEqualTo("计划.txt");
    assertThat(reading.at("/document/format").asText()).isEqualTo("txt");
    assertThat(reading.at("/document/year").asInt()).isEqualTo(2023);
    assertThat(reading.fieldNames())
        .toIterable()
        .containsExactly("document", "sections", "paragraphs", "doubts");
  }

  @Test
  void anOutlineForPeople() throws Exception {
    assertThat(run(plan())).contains("项目标");
    assertThat(run(plan(), "--lang", "en")).contains("targets");
  }

  @Test
  void aFileThatCannotBeReadIsRefusedInOneSentence() throws Exception {
    Path image =
        Files.write(
            folder.resolve("scan.png"),
            "\u0089PNG\r\n\u001a\n\0\0\0\rIHDR".getBytes(StandardCharsets.ISO_8859_1));
    assertThatThrownBy(() -> run(image)).isInstanceOf(Refusal.class).hasMessageContaining("格式");
    assertThatThrownBy(() -> run(image, "--lang", "en"))
        .isInstanceOf(Refusal.class)
        .hasMessageContaining("format");
    assertThatThrownBy(() -> run(folder)).isInstanceOf(Refusal.class);
    assertThatThrownBy(() -> run(folder.resolve("none"))).isInstanceOf(Refusal.class);
  }

  private Path plan() throws IOException {
    return Files.writeString(folder.resolve("计划.txt"), PLAN);
  }

  private static String run(Path file, String... options) {
    PrintStream before = System.out;
    ByteArrayOutputStream printed = new ByteArrayOutputStream();
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    try {
      CommandLine command = new CommandLine(new ExtractCommand());
      command.parseArgs(arguments(file, options));
      command.<ExtractCommand>getCommand().call();
      return printed.toString(StandardCharsets.UTF_8);
    } catch (IOException unexpected) {
      throw new UncheckedIOException(unexpected);
    } finally {
      System.setOut(before);
    }
  }

  private static String[] arguments(Path file, String... options) {
    String[] arguments = Arrays.copyOf(options, options.length + 1);
    arguments[options.length] = file.toString();
    return arguments;
  }
}
