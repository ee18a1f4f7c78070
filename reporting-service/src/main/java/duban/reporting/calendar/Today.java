package duban.reporting.calendar;

import java.time.LocalDate;

/**
 * @param today the day every standing is told for
 * @param fixed whether the system was started with a day of its own, which may be moved by hand
 * @param catalogueVersion the catalogue's version, read in the same breath
 */
public record Today(LocalDate today, boolean fixed, long catalogueVersion) {}
