package duban.ledger.mark;

import duban.ledger.chain.LedgerEvent;
import duban.ledger.mark.Sifted.Gap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Decides, purely, which of the arrived links come next. */
public final class Gate {

  private Gate() {}

  /**
   * @param marks the last applied seq of each ledger; a ledger that is not there stands at 0
   * @param arrived links in any order, repeats allowed
   */
  public static Sifted sift(Map<String, Long> marks, List<LedgerEvent> arrived) {
    Map<String, TreeMap<Long, LedgerEvent>> byLedger = new LinkedHashMap<>();
    for (LedgerEvent link : arrived) {
      byLedger.computeIfAbsent(link.ledger(), l -> new TreeMap<>()).put(link.seq(), link);
    }
    List<LedgerEvent> ready = new ArrayList<>(arrived.size());
    List<Gap> gaps = new ArrayList<>();
    int held = 0;
    for (Map.Entry<String, TreeMap<Long, LedgerEvent>> entry : byLedger.entrySet()) {
      long mark = marks.getOrDefault(entry.getKey(), 0L);
      for (LedgerEvent link : entry.getValue().tailMap(mark, false).values()) {
        if (link.seq() == mark + 1) {
          ready.add(link);
          mark++;
        } else {
          gaps.add(new Gap(entry.getKey(), mark, link.seq()));
          held += entry.getValue().tailMap(mark, false).size();
          break;
        }
      }
    }
    return new Sifted(ready, gaps, arrived.size() - ready.size() - held);
  }
}
