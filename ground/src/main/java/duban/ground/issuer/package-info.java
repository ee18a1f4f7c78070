/**
 * The issuer of bearer tokens where no identity provider stands: a machine of one person, and
 * tests. One ES256 key signs, its public half is a JWK set that the services read.
 */
@NullMarked
package duban.ground.issuer;

import org.jspecify.annotations.NullMarked;
