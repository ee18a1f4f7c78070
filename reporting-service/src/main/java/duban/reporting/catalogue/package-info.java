/**
 * The district tree and the indicators as this service knows them from the catalogue's ledger. Both
 * are small and asked at every step, so each replica holds them whole and reads them again when
 * their version has moved.
 */
@org.jspecify.annotations.NullMarked
package duban.reporting.catalogue;
