package duban.document.promise;

import java.util.Optional;
import java.util.regex.Pattern;

/** 制定《…实施意见》: a paper to be issued, which some count among the targets and some do not. */
final class Deliverable {

  private static final Pattern PAPER =
      Pattern.compile(".*(?:制定|出台|印发|研制|修订|编制|起草)[^，]*(?:》|方案|意见|办法|计划|清单|指南|细则|制度|文件|规划|标准)$");

  private Deliverable() {}

  static Optional<Doubtful> in(Clause clause) {
    return PAPER.matcher(clause.words()).matches()
        ? Optional.of(Doubtful.DELIVERABLE)
        : Optional.empty();
  }
}
