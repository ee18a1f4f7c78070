package duban.reporting.query;

import duban.contracts.Text;
import duban.reporting.event.EventRow;
import duban.reporting.freshness.Freshness;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The last events of a scope, the newest first.
 *
 * @param notice why there are none; absent when there are
 */
@Schema(name = "Events")
public record EventsView(List<EventRow> events, Freshness freshness, @Nullable Text notice) {}
