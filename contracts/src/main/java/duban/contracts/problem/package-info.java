/** Refusals as values: RFC 9457 problem documents with stable types, in Chinese and English. */
@org.jspecify.annotations.NullMarked
package duban.contracts.problem;
