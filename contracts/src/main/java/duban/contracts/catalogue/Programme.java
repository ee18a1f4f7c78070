package duban.contracts.catalogue;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A programme of several years, whose slices are the targets of yearly plans that name it.
 *
 * @param key lower-case words joined by hyphens; never changes
 * @param from first year
 * @param to last year
 * @param indicator the catalogue's entry that its slices add up under
 * @param promised what it promises over all its years, in the indicator's unit
 */
public record Programme(
    String key,
    String name,
    @Nullable String nameEn,
    int from,
    int to,
    @Nullable String indicator,
    @Nullable BigDecimal promised) {}
