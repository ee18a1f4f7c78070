/**
 * The local issuer: a key made once in DUBAN_HOME signs the tokens of people and services. In
 * production the issuer is configuration and nothing of this room runs.
 */
@NullMarked
package duban.local.identity;

import org.jspecify.annotations.NullMarked;
