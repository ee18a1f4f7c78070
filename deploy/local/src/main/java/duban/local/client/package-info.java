/**
 * The launcher as a caller of the public API, through the gateway like everybody else: posting
 * events, checking chains and projections.
 */
@NullMarked
package duban.local.client;

import org.jspecify.annotations.NullMarked;
