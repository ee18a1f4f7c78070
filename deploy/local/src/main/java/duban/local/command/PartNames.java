package duban.local.command;

import duban.local.part.Parts;
import java.util.Iterator;

/** The parts' names, for help and shell completion. */
final class PartNames implements Iterable<String> {

  @Override
  public Iterator<String> iterator() {
    return Parts.NAMES.iterator();
  }
}
