/**
 * Bringing events to a district's ledger: a JSON document, lines of JSON, a table or a workbook.
 * What got no answer is sent again with the same ids; what broke off goes on where it was, if the
 * ledger proves that it still holds what came before.
 */
@NullMarked
package duban.local.delivery;

import org.jspecify.annotations.NullMarked;
