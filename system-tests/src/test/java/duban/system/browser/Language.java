package duban.system.browser;

/** In which language the pages are read. */
enum Language {
  ZH("zh-CN"),
  EN("en");

  private final String tag;

  Language(String tag) {
    this.tag = tag;
  }

  /** As {@code <html lang>} has it. */
  String tag() {
    return tag;
  }

  /** As the pages keep the choice. */
  String word() {
    return name().toLowerCase(java.util.Locale.ROOT);
  }
}
