package duban.reporting.catalogue;

import duban.contracts.catalogue.District;
import duban.contracts.catalogue.Indicator;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * @param version rises with every change, so that a replica sees that its copy is old
 */
public record Catalogue(long version, DistrictTree tree, Map<String, Indicator> indicators) {

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
