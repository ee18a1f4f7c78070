package duban.local.extract;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.ObjectNode;
import duban.contracts.Json;
import duban.document.PlanReader;
import duban.document.PlanReading;
import duban.document.ReadingJson;
import duban.document.source.SourceReader;
import duban.document.source.SourceText;
import duban.document.source.UnreadableDocument;
import duban.document.source.reading.Limits;
import duban.local.home.Refusal;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code ./duban extract}. */
@Command(
    name = "extract",
    description = {
      "Reads a plan document and prints its outline and the targets that its words state.",
      "Takes .txt, .html, .docx, .doc and .pdf files. Needs no running system and sends nothing"
          + " anywhere."
    },
    exitCodeList = {"0:done", "1:it cannot be read", "2:wrong usage"},
    footer = {
      "  ./duban extract plan.docx",
      "  ./duban extract plan.txt --json > reading.json",
      "  ./duban extract plan.txt --year 2022 --lang en"
    })
public final class ExtractCommand implements Callable<Integer> {

  @Parameters(index = "0", paramLabel = "FILE", description = "the document")
  private Path file;

  @Option(names = "--json", description = "For programs.")
  private boolean json;

  @Option(
      names = "--year",
      paramLabel = "N",
      description = "the plan's year, where the document does not say it")
  private @Nullable Integer year;

  @Option(
      names = "--lang",
      defaultValue = "zh",
      description = "zh or en, the language around the document's words; default ${DEFAULT-VALUE}.")
  private String language;

  @Override
  public Integer call() throws IOException {
    SourceText source = source();
    PlanReading reading = PlanReader.read(source, year);
    if (json) {
      printJson(reading, source);
    } else {
      new PrintedReading(System.out, language).print(reading);
    }
    return 0;
  }

  /** Straight to the output: a thousand pages' targets are a hundred megabytes of it. */
  private void printJson(PlanReading reading, SourceText source) throws IOException {
    ObjectNode tree = ReadingJson.of(reading, file.getFileName().toString(), source.format());
    Json.lenient()
        .writerWithDefaultPrettyPrinter()
        .without(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
        .writeValue(System.out, tree);
    System.out.println();
  }

  private SourceText source() throws IOException {
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new Refusal("cannot read " + file);
    }
    try (InputStream input = Files.newInputStream(file)) {
      byte[] bytes = input.readNBytes(Limits.STANDARD.fileBytes() + 1);
      return SourceReader.read(bytes, file.getFileName().toString());
    } catch (UnreadableDocument unreadable) {
      throw new Refusal(file + ": " + unreadable.reason().words().in(language));
    }
  }
}
