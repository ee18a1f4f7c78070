package duban.reporting.sheet;

import duban.contracts.catalogue.Issue.Position;
import duban.reporting.bulletin.Paper;
import java.util.List;
import java.util.Map;

/** How far the ledgers were read for the paper. */
final class SourceSheet {

  private SourceSheet() {}

  static void write(Book book, Paper paper) {
    Table table =
        book.table(
            "依据",
            "Sources",
            List.of(
                book.column("台账", "Ledger", 20),
                book.column("位置", "Position", 10),
                book.column("链上摘要", "Hash of the chain", 70)));
    for (Map.Entry<String, Position> one : paper.positions().entrySet()) {
      table.row(one.getKey(), one.getValue().seq(), one.getValue().hash());
    }
    table.done();
  }
}
