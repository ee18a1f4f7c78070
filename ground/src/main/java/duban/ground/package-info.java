/**
 * What a Duban without containers stands on: PostgreSQL, Kafka and an issuer of tokens. Tests and
 * the launcher share it, so that what is tested on is what a newcomer runs.
 */
@NullMarked
package duban.ground;

import org.jspecify.annotations.NullMarked;
