package duban.contracts.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A node of the district tree.
 *
 * @param code GB/T 2260 code
 * @param parent the node above it; null for the root
 * @param level "province", "city" or "district"
 * @param from the first day on which it stands at this place of the tree
 */
public record District(
    String code,
    @Nullable String parent,
    String level,
    String name,
    String nameEn,
    LocalDate from) {}
