package duban.document.source.word;

import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;
import org.apache.poi.hwpf.model.LFOData;
import org.apache.poi.hwpf.model.ListData;
import org.apache.poi.hwpf.model.ListFormatOverrideLevel;
import org.apache.poi.hwpf.model.ListTables;
import org.apache.poi.hwpf.usermodel.Paragraph;
import org.jspecify.annotations.Nullable;

/**
 * The numbers before the paragraphs of a .doc, whose lists are those of a .docx in other records.
 */
final class Word97Numbers {

  private static final int NO_GAP = 2;

  private final Numbering numbering = new Numbering();
  private final Map<Integer, NumberedList> lists = new HashMap<>();
  private final @Nullable ListTables tables;

  Word97Numbers(@Nullable ListTables tables) {
    this.tables = tables;
  }

  String next(Paragraph paragraph) {
    if (tables == null || paragraph.getIlfo() <= 0) {
      return "";
    }
    int id = paragraph.getIlfo();
    NumberedList list = lists.computeIfAbsent(id, unread -> list(tables, unread));
    return numbering.next(Integer.toString(id), list, paragraph.getIlvl());
  }

  private static NumberedList list(ListTables tables, int id) {
    Map<Integer, ListLevel> levels = new HashMap<>();
    Map<Integer, Integer> restarts = new HashMap<>();
    try {
      int data = tables.getLfo(id).getLsid();
      add(tables.getListData(data), levels);
      override(tables.getLfoData(id), levels, restarts);
      return new NumberedList(Integer.toString(data), levels, restarts);
    } catch (NoSuchElementException namedAndNotThere) {
      return new NumberedList("", Map.of(), Map.of());
    }
  }

  private static void add(@Nullable ListData list, Map<Integer, ListLevel> levels) {
    if (list != null) {
      for (int depth = 0; depth < list.numLevels(); depth++) {
        levels.put(depth, level(list.getLevel(depth + 1)));
      }
    }
  }

  private static void override(
      @Nullable LFOData own, Map<Integer, ListLevel> levels, Map<Integer, Integer> restarts) {
    if (own == null) {
      return;
    }
    for (ListFormatOverrideLevel level : own.getRgLfoLvl()) {
      if (level.isFormatting() && level.getLevel() != null) {
        levels.put(level.getLevelNum(), level(level.getLevel()));
      }
      if (level.isStartAt()) {
        restarts.put(level.getLevelNum(), level.getIStartAt());
      }
    }
  }

  private static ListLevel level(org.apache.poi.hwpf.model.ListLevel level) {
    return new ListLevel(
        level.getStartAt(),
        NumberFormat.coded(level.getNumberFormat()),
        named(level.getNumberText()),
        level.getTypeOfCharFollowingTheNumber() == NO_GAP ? "" : " ",
        null,
        level.isLegalNumbering());
  }

  /** Where .docx has %1 for the first level's number, .doc has the character 0. */
  private static String named(@Nullable String text) {
    StringBuilder named = new StringBuilder();
    (text == null ? "" : text)
        .chars()
        .forEach(c -> named.append(c < ListLevel.LEVELS ? "%" + (c + 1) : Character.toString(c)));
    return named.toString();
  }
}
