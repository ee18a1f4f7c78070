/**
 * Which promises are about the same thing, as far as their words tell: titles are compared by pairs
 * of neighbouring characters, which needs no dictionary. An indicator is suggested from what
 * earlier targets were mapped to and from the catalogue's names, never without the reason.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.likeness;
