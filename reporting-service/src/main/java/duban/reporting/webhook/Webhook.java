package duban.reporting.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A webhook as its owner sees it: its secret is shown once, when it is made. */
public record Webhook(
    String id,
    String scope,
    String url,
    List<String> events,
    boolean enabled,
    @Nullable String disabledWhy,
    String createdBy,
    Instant createdAt) {}
