package duban.local.identity;

/** Makes bearer tokens. */
@FunctionalInterface
public interface TokenMint {

  /**
   * @param role such as city-admin or district-reporter
   * @param districts GB/T 2260 codes; each stands for itself and everything below it
   */
  String token(String role, String... districts);
}
