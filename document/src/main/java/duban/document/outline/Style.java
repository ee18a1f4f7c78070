package duban.document.outline;

/** How a heading is numbered, from the highest level that official documents use to the lowest. */
enum Style {
  /** 第一部分 */
  PART,
  /** 一、 */
  CHINESE,
  /** （一） */
  CHINESE_BRACKETED,
  /** 1. */
  ARABIC,
  /** （1）, 1） */
  ARABIC_BRACKETED,
  /** ① */
  CIRCLED,
  /** 一是 */
  SPOKEN;

  /** Whether what it numbers is an entry of the outline, not a list within a paragraph's words. */
  boolean makesEntries() {
    return compareTo(ARABIC) <= 0;
  }
}
