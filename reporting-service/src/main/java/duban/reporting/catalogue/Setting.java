package duban.reporting.catalogue;

import java.time.LocalDate;
import java.util.List;
import java.util.stream.Stream;

/** The day and the catalogue under which a transaction tells its standings. */
public record Setting(LocalDate today, Catalogue catalogue) {

  public List<String> scopesOf(String district) {
    return catalogue.tree().scopesOf(district, today);
  }

  /**
   * Whose streams carry a scope's own row: its own, and that of the scope above, which lists it.
   */
  public List<String> watchersOf(String scope) {
    return catalogue
        .tree()
        .parent(scope, today)
        .map(parent -> List.of(scope, parent))
        .orElse(List.of(scope));
  }

  /** Whether there is such a division; anything goes while no tree has come yet. */
  public boolean knows(String scope) {
    return catalogue.tree().isEmpty() || catalogue.tree().at(scope, today).isPresent();
  }

  /** The scope, and every division below it. */
  public List<String> within(String scope) {
    List<String> known = catalogue.tree().within(scope, today);
    return known.isEmpty() ? List.of(scope) : known;
  }

  /** The scope, and the divisions directly below it. */
  public List<String> withChildren(String scope) {
    return Stream.concat(Stream.of(scope), catalogue.tree().children(scope, today).stream())
        .toList();
  }

  /** The same catalogue under another day's tree. */
  public Setting on(LocalDate day) {
    return new Setting(day, catalogue);
  }
}
