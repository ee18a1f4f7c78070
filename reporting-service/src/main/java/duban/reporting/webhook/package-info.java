/**
 * Webhooks (Standard Webhooks): what happens in a scope is told to whoever asked for it, signed, at
 * least once, with retries and a log. Messages are read from the change feed by a cursor of each
 * webhook's own, so that no rebuild tells anything twice. An address is resolved, checked and then
 * connected to as it was checked, because a webhook must not open the inner network.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.webhook;
