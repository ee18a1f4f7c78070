package duban.plans.rules;

import java.text.Normalizer;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Tells a private person's numbers, which no plan may carry, from an office's phone. */
final class PersonalData {

  private static final Pattern MOBILE =
      Pattern.compile("(?<![0-9])(?:\\+?86[ -]?)?1[3-9][0-9][ -]?[0-9]{4}[ -]?[0-9]{4}(?![0-9])");

  /** Of a resident: 18 places, of old 15. */
  private static final Pattern IDENTITY_CARD =
      Pattern.compile(
          "(?<![0-9])[0-9]{6}[ -]?[0-9]{8}[ -]?[0-9]{3}[0-9Xx](?![0-9])"
              + "|(?<![0-9])[0-9]{15}(?![0-9])");

  /** A fixed line with or without its area, an extension, a 400 or 800 number, a service number. */
  private static final Pattern OFFICE_PHONE =
      Pattern.compile(
          "(?:(?:\\+86[ -]?)?(?:\\(0[0-9]{2,3}\\)|0?[0-9]{2,3})[ -]?)?[2-9][0-9]{6,7}"
              + "(?:[ -][0-9]{1,6})?"
              + "|[48]00[ -]?[0-9]{3}[ -]?[0-9]{4}"
              + "|[19][0-9]{4,5}");

  private PersonalData() {}

  static boolean isIn(String words) {
    String plain = plain(words);
    return MOBILE.matcher(plain).find() || IDENTITY_CARD.matcher(plain).find();
  }

  static boolean isOfficePhone(String phone) {
    return OFFICE_PHONE.matcher(plain(phone)).matches();
  }

  static void refuse(@Nullable String words, String pointer, Faults faults) {
    faults.unless(
        words == null || !isIn(words),
        pointer,
        "不得填写手机号码或身份证号码，只填单位、岗位与办公电话。",
        "Must hold no mobile or identity card number: units, posts and office phones only.");
  }

  /** Full-width digits are digits, and every dash is one. */
  private static String plain(String words) {
    return Normalizer.normalize(words, Normalizer.Form.NFKC).replaceAll("\\p{Pd}", "-");
  }
}
