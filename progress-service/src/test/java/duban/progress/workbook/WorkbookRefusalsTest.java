package duban.progress.workbook;

import static org.assertj.core.api.Assertions.assertThat;

import duban.contracts.plan.Target.Kind;
import duban.contracts.template.Column;
import duban.contracts.template.Layout;
import duban.progress.District;
import duban.progress.OnRealInfrastructure;
import duban.progress.Service;
import duban.testkit.Tokens;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.hssf.usermodel.HSSFWorkbook;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.crypt.EncryptionMode;
import org.apache.poi.poifs.crypt.Encryptor;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.junit.jupiter.api.Test;

/** Workbooks of which nothing is taken. */
@QuarkusTest
class WorkbookRefusalsTest extends OnRealInfrastructure {

  private final District district = District.withPlan();
  private final PlayedTemplate template = filled();

  private PlayedTemplate filled() {
    PlayedTemplate filled = new PlayedTemplate(district);
    filled.row(Kind.QUANTITY, "6.1").on("2022-06-30").with(Column.VALUE, 3200);
    return filled;
  }

  private void refused(byte[] workbook, int status, String type) {
    for (String accept : new String[] {"*/*", HandIn.EXCEL + ", application/problem+json"}) {
      Response answer = HandIn.post(district, district.reporter(), workbook, accept, "zh");
      assertThat(answer.statusCode()).as(answer.asString()).isEqualTo(status);
      assertThat(answer.jsonPath().getString("type")).endsWith("/" + type);
      assertThat(answer.jsonPath().getString("detail")).matches("(?s).*\\p{IsHan}.*");
    }
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void whatIsNoWorkbookThatCanBeRead() throws IOException, GeneralSecurityException {
    byte[] good = template.bytes();
    refused("id,type\n".getBytes(StandardCharsets.UTF_8), 422, "document-of-unknown-format");
    refused(new byte[0], 400, "invalid-request");
    refused(xls(), 422, "document-of-unknown-format");
    refused(encrypted(good), 422, "document-encrypted");
    refused(
        changed(good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row"),
        422,
        "document-broken");
    refused(Arrays.copyOf(good, good.length / 2), 422, "document-of-unknown-format");
  }

  @Test
  void whatIsNotTheWorkbookAsItIsGivenOut() {
    template.sheet().getRow(Layout.KEYS).getCell(Column.AS_OF.index()).setCellValue("date");
    refused(template.bytes(), 400, "invalid-request");
    template.sheet().removeRow(template.sheet().getRow(Layout.KEYS));
    refused(template.bytes(), 400, "invalid-request");
  }

  @Test
  void anotherDistrictsWorkbook() {
    PlayedTemplate foreign = new PlayedTemplate(District.fresh());
    foreign.row(Kind.QUANTITY, "6.1");
    refused(foreign.bytes(), 422, "foreign-district");
    String stranger = Tokens.mint("district-reporter", District.fresh().code());
    String viewer = Tokens.mint("district-viewer", district.code());
    for (String token : new String[] {stranger, viewer}) {
      assertThat(HandIn.post(district, token, template.bytes(), "*/*").statusCode()).isEqualTo(403);
    }
    assertThat(Service.seq(district)).isZero();
  }

  @Test
  void whatIsTooLarge() throws IOException {
    byte[] good = template.bytes();
    refused(changed(good, "filler", " ".repeat(66 << 20)), 422, "document-expands-too-much");
    refused(
        changed(good, "xl/sharedStrings.xml", "<si/>".repeat(700_000)),
        422,
        "document-expands-too-much");
    refused(Arrays.copyOf(good, (5 << 20) + 1), 413, "too-large");
    for (int row = 0; row < 5_000; row++) {
      template.row(Kind.QUANTITY, "6.1");
    }
    refused(template.bytes(), 413, "too-large");
  }

  private static byte[] xls() throws IOException {
    try (HSSFWorkbook old = new HSSFWorkbook()) {
      old.createSheet("进展");
      return PlayedTemplate.bytes(old);
    }
  }

  private static byte[] encrypted(byte[] workbook) throws IOException, GeneralSecurityException {
    try (POIFSFileSystem files = new POIFSFileSystem();
        ByteArrayOutputStream out = new ByteArrayOutputStream()) {
      Encryptor encryptor = new EncryptionInfo(EncryptionMode.agile).getEncryptor();
      encryptor.confirmPassword("secret");
      try (OutputStream content = encryptor.getDataStream(files)) {
        content.write(workbook);
      }
      files.writeFilesystem(out);
      return out.toByteArray();
    }
  }

  /** The same package with one part that is another, or more. */
  private static byte[] changed(byte[] workbook, String part, String content) throws IOException {
    ByteArrayOutputStream changed = new ByteArrayOutputStream();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(workbook));
        ZipOutputStream out = new ZipOutputStream(changed)) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        if (!entry.getName().equals(part)) {
          out.putNextEntry(new ZipEntry(entry.getName()));
          in.transferTo(out);
        }
      }
      out.putNextEntry(new ZipEntry(part));
      out.write(content.getBytes(StandardCharsets.UTF_8));
    }
    return changed.toByteArray();
  }
}
