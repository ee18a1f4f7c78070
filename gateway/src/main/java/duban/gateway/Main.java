package duban.gateway;

import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;

/** Starts the gateway. */
@QuarkusMain
public final class Main {

  private Main() {}

  public static void main(String... args) {
    // Quarkus would answer a malformed target with an empty 400 before anything of ours runs; our
    // own check is stricter and says what is wrong. It is read when the server's classes load.
    System.setProperty("vertx.disableURIValidation", "true");
    Quarkus.run(args);
  }
}
