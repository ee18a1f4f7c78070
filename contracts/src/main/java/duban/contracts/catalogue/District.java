package duban.contracts.catalogue;

import duban.contracts.DistrictCode;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A node of the district tree.
 *
 * @param code GB/T 2260 code
 * @param parent the node above it; null for the root
 * @param level "province", "city" or "district", as the code says where it is left out
 * @param from the first day on which it stands at this place of the tree
 * @param ended whether it is dissolved from that day on: it promises nothing new, and what it
 *     promised is summed at the place that {@code parent} names
 * @param into the divisions that took over, where it was merged or split
 */
public record District(
    String code,
    @Nullable String parent,
    @Nullable String level,
    String name,
    String nameEn,
    LocalDate from,
    @Nullable Boolean ended,
    @Nullable List<String> into) {

  public District(
      String code,
      @Nullable String parent,
      String level,
      String name,
      String nameEn,
      LocalDate from) {
    this(code, parent, level, name, nameEn, from, null, null);
  }

  @Override
  public String level() {
    return level != null ? level : DistrictCode.level(code);
  }
}
