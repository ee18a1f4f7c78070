package duban.progress.workbook;

import duban.contracts.Text;
import duban.contracts.template.Column;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A row as it was filled in.
 *
 * @param number as the spreadsheet shows it, from 1
 * @param entries what was read, keys and what was filled in
 * @param faults what could not be read
 * @param filled the columns in which somebody filled anything in
 */
record FilledRow(
    int number, Map<Column, String> entries, Map<Column, Text> faults, Set<Column> filled) {

  /** The keys by which a row says what it is about; the others are for people. */
  private static final Set<Column> READ_KEYS =
      EnumSet.of(Column.TARGET, Column.ITEM, Column.KIND, Column.PART);

  static FilledRow of(TemplateSheet sheet, int row) {
    Map<Column, String> entries = new EnumMap<>(Column.class);
    Map<Column, Text> faults = new EnumMap<>(Column.class);
    Set<Column> filled = EnumSet.noneOf(Column.class);
    for (Column column : Column.values()) {
      if (!column.isKey() || READ_KEYS.contains(column)) {
        switch (Entry.of(sheet.cell(row, column), column)) {
          case Entry.Empty _ -> {}
          case Entry.Filled(String text) -> entries.put(column, text);
          case Entry.Faulty(Text why) -> faults.put(column, why);
        }
      }
    }
    for (Column column : Column.values()) {
      boolean says = entries.containsKey(column) || faults.containsKey(column);
      if (says && !column.isKey() && !(column == Column.PROJECT && sheet.isLocked(row, column))) {
        filled.add(column);
      }
    }
    return new FilledRow(row + 1, entries, faults, filled);
  }

  boolean has(Column column) {
    return entries.containsKey(column);
  }

  Optional<String> entry(Column column) {
    return Optional.ofNullable(entries.get(column));
  }
}
