package duban.testkit;

import java.util.function.Supplier;

/**
 * Values made once for a JVM. A static field is not enough: Quarkus loads test classes with several
 * class loaders, each with its own statics, but they all see the same system properties.
 */
final class OncePerJvm {

  /** Interned, hence the same object for every class loader. */
  private static final String LOCK = "duban.testkit.lock".intern();

  private OncePerJvm() {}

  static String get(String name, Supplier<String> make) {
    synchronized (LOCK.concat(name).intern()) {
      String property = "duban.testkit." + name;
      String known = System.getProperty(property);
      if (known != null) {
        return known;
      }
      String made = make.get();
      System.setProperty(property, made);
      return made;
    }
  }
}
