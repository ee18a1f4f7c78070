package duban.local.client;

import java.util.Locale;

/** Of the two languages that a gateway speaks. */
final class Languages {

  private static final String CHINESE = "zh";
  private static final String ENGLISH = "en";

  private Languages() {}

  /** The commands speak English; who has set the machine to Chinese reads refusals in Chinese. */
  static String ofPerson() {
    return Locale.getDefault().getLanguage().equals(CHINESE) ? CHINESE : ENGLISH;
  }
}
