package duban.reporting.catalogue;

import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import duban.contracts.catalogue.Settings;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param version rises with every change, so that a replica sees that its copy is old
 */
public record Catalogue(
    long version,
    DistrictTree tree,
    Map<String, Indicator> indicators,
    Map<String, Programme> programmes,
    Settings settings) {

  /** While nothing has been read yet. */
  static final Catalogue UNKNOWN =
      new Catalogue(-1, new DistrictTree(List.of()), Map.of(), Map.of(), Settings.DEFAULT);

  public @Nullable Indicator indicator(@Nullable String key) {
    return key == null ? null : indicators.get(key);
  }

  /** The division's Chinese name, or its code while it is unknown. */
  public String name(String code, LocalDate day) {
    return tree.at(code, day).map(District::name).orElse(code);
  }

  public String nameEn(String code, LocalDate day) {
    return tree.at(code, day).map(District::nameEn).orElse(code);
  }
}
