package duban.ledger.relay;

import java.util.function.UnaryOperator;

/**
 * Where a service's ledgers go.
 *
 * @param source a URI reference that names the service; with the ledger's name it is the
 *     CloudEvents source
 * @param keyOf the Kafka key of a ledger's name; one ledger always has one key, and so one
 *     partition
 */
public record RelayRoute(String topic, String source, UnaryOperator<String> keyOf) {}
