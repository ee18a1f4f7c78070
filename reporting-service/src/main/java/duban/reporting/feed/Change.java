package duban.reporting.feed;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A row that changed, before it has a number.
 *
 * @param kind target, item, plan, scope, rollup or event
 * @param scopes the scopes whose streams carry it
 * @param row the row's JSON as clients see it; null when it is gone
 */
public record Change(
    String kind, String key, List<String> scopes, int year, @Nullable String row) {}
