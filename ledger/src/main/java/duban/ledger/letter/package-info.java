/**
 * What a reader could not read and put aside, to look through and to take again. The dead-letter
 * topic is all there is of it: the messages as they came, and behind each what became of it when
 * somebody had it taken again, so that neither a restart nor a lost database forgets any.
 */
@org.jspecify.annotations.NullMarked
package duban.ledger.letter;
