package duban.reporting.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A message in the log.
 *
 * @param state pending, delivered or failed
 * @param status of the last answer; absent while there was none
 * @param answer the first characters of the last answer, or why there was none
 * @param nextAt when it is tried next; absent when it is not
 */
public record DeliveryRow(
    String id,
    String type,
    String state,
    int attempts,
    @Nullable Integer status,
    @Nullable Integer latencyMillis,
    @Nullable String answer,
    Instant createdAt,
    @Nullable Instant deliveredAt,
    @Nullable Instant nextAt,
    String payload) {}
