package duban.plans.likeness;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A title as a set of its pairs of neighbouring characters; case, width, spaces and marks do not
 * count. A title of one character is a pair of its own.
 */
public record Title(Set<String> pairs) {

  public static Title of(String words) {
    String plain =
        Normalizer.normalize(words, Normalizer.Form.NFKC)
            .toLowerCase(Locale.ROOT)
            .codePoints()
            .filter(Character::isLetterOrDigit)
            .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
            .toString();
    if (plain.length() < 2) {
      return new Title(plain.isEmpty() ? Set.of() : Set.of(plain));
    }
    return new Title(
        IntStream.range(0, plain.length() - 1)
            .mapToObj(at -> plain.substring(at, at + 2))
            .collect(Collectors.toUnmodifiableSet()));
  }
}
