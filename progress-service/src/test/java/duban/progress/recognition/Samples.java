package duban.progress.recognition;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** Small files of many kinds. */
public final class Samples {

  private Samples() {}

  public static byte[] pdf() {
    return text("%PDF-1.7\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n");
  }

  public static byte[] text(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The kinds by name. */
  public static byte[] of(String name) {
    return switch (name) {
      case "pdf" -> pdf();
      case "png" -> bytes(0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0);
      case "jpeg" -> bytes(0xff, 0xd8, 0xff, 0xe0, 0, 16);
      case "docx" -> zip("[Content_Types].xml", "word/document.xml");
      case "xlsx" -> zip("[Content_Types].xml", "xl/workbook.xml");
      case "pptx" -> zip("[Content_Types].xml", "ppt/presentation.xml");
      case "docm" -> zip("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin");
      case "jar" -> zip("META-INF/MANIFEST.MF", "Main.class");
      case "cut zip" ->
          java.util.Arrays.copyOf(zip("[Content_Types].xml", "word/document.xml"), 60);
      case "doc" -> ole2("WordDocument");
      case "xls" -> ole2("Workbook");
      case "xls with macros" -> ole2("Workbook", "_VBA_PROJECT_CUR");
      case "msi" -> ole2("SummaryInformation");
      case "encrypted" -> ole2("EncryptionInfo", "EncryptedPackage");
      case "cut ole2" -> java.util.Arrays.copyOf(ole2("WordDocument"), 600);
      case "exe" -> bytes('M', 'Z', 0x90, 0, 3);
      case "elf" -> bytes(0x7f, 'E', 'L', 'F', 2, 1);
      case "mp4" -> bytes(0, 0, 0, 24, 'f', 't', 'y', 'p', 'm', 'p', '4', '2');
      case "gb18030" -> "区县,数值".getBytes(java.nio.charset.Charset.forName("GB18030"));
      case "html" -> text("\ufeff \n<!DOCTYPE html><html><script>alert(1)</script></html>");
      case "late html" -> text("hello\n<HTML><body>");
      case "svg" -> text("<?xml version=\"1.0\"?><svg xmlns=\"http://www.w3.org/2000/svg\"/>");
      case "script" -> text("#!/bin/sh\nrm -rf /\n");
      case "bat" -> text("@echo off\r\n");
      case "csv" -> text("\ufeff区县,数值\r\n武进,3200\r\n");
      case "txt" -> text("两所学校因雨季停工，九月追回。\n");
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static byte[] bytes(int... values) {
    byte[] bytes = new byte[values.length];
    for (int i = 0; i < values.length; i++) {
      bytes[i] = (byte) values[i];
    }
    return bytes;
  }

  public static byte[] zip(String... names) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(out)) {
      for (String name : names) {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(text("<x/>"));
        zip.closeEntry();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }

  private static byte[] ole2(String... entries) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (POIFSFileSystem files = new POIFSFileSystem()) {
      for (String entry : entries) {
        files.createDocument(new java.io.ByteArrayInputStream(new byte[5000]), entry);
      }
      files.writeFilesystem(out);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return out.toByteArray();
  }
}
