package duban.reporting.official;

import duban.reporting.bulletin.Bulletin;
import duban.reporting.bulletin.Heading;
import duban.reporting.bulletin.Paper;
import duban.reporting.bulletin.Summary;

/** Papers as .docx files. */
public final class Letters {

  private Letters() {}

  /**
   * @param language "zh" or "en"
   */
  public static byte[] of(Paper paper, Imprint imprint, String language) {
    Words words = new Words(language);
    Letter letter = new Letter();
    head(letter, words, paper.heading(), imprint);
    switch (paper) {
      case Bulletin bulletin -> new BulletinLetter(letter, words).write(bulletin);
      case Summary summary -> new SummaryLetter(letter, words).write(summary);
    }
    Heading heading = paper.heading();
    letter.signed(
        words.of(heading.scopeName() + "教育局", heading.scopeNameEn() + " Education Bureau"),
        words.day(imprint.day()));
    new Tables(letter, words).sources(paper, imprint);
    return letter.file();
  }

  private static void head(Letter letter, Words words, Heading heading, Imprint imprint) {
    letter.title(words.of(heading.title()));
    letter.subtitle(
        imprint.number() == null
            ? words.of("（草稿）", "(Draft)")
            : words.of("（第" + imprint.number() + "次印发）", "(Issue " + imprint.number() + ")"));
  }
}
