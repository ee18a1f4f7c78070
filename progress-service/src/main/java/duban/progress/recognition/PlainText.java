package duban.progress.recognition;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Tells words from bytes, and from words that a program would run. */
final class PlainText {

  private static final int BUFFER = 8 * 1024;
  private static final char MARK = '\ufeff';

  /** A page, a picture that is a page, or a script, wherever in the beginning it says so. */
  private static final List<String> RUNS =
      List.of("<!doctype", "<html", "<svg", "<script", "<?xml", "<?php", "<%", "javascript:");

  private static final List<String> BEGINS = List.of("<", "#!", "%!", "{\\rtf", "@echo");

  private PlainText() {}

  /** Whether the file is UTF-8 throughout, without control characters, and nothing that runs. */
  static boolean is(Path file) throws IOException {
    // A reader of Files refuses what is not UTF-8 instead of putting a mark in its place.
    try (Reader in = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
      char[] buffer = new char[BUFFER];
      int length = in.read(buffer);
      if (length < 0 || runs(new String(buffer, 0, length))) {
        return false;
      }
      while (length >= 0) {
        for (int at = 0; at < length; at++) {
          if (isControl(buffer[at])) {
            return false;
          }
        }
        length = in.read(buffer);
      }
      return true;
    } catch (CharacterCodingException notUtf8) {
      return false;
    }
  }

  private static boolean runs(String beginning) {
    String text = beginning.toLowerCase(Locale.ROOT);
    String bare = text.replace(MARK, ' ').strip();
    return BEGINS.stream().anyMatch(bare::startsWith) || RUNS.stream().anyMatch(text::contains);
  }

  private static boolean isControl(char c) {
    return (c < ' ' && c != '\n' && c != '\r' && c != '\t' && c != '\f') || c == 0x7f;
  }
}
