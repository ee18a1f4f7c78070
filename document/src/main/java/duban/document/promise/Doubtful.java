package duban.document.promise;

import duban.document.PlanReading.Words;

/** What a person should look at before the target is accepted. */
enum Doubtful {
  ALL_OR_EACH("几类对象共用一个数：是合计还是各自？", "One figure for several kinds: in all, or of each?"),
  NO_FIGURE("没有写明数量", "No figure is stated"),
  DIRECTION_ONLY("只说了方向，没有数值", "Only a direction is promised, no figure"),
  EACH_UNIT("按每个单位（每校、每班、每人）计的标准", "A standard for each school, class or person"),
  PER_UNIT_OF_TIME("每年都做：核对是否逐年计算", "Done every year: check how it is counted"),
  PART_OF("“其中”是前一目标的一部分", "A part of the target before it"),
  NO_VERB("没有找到动词，可能只是描述", "No verb was found; it may only describe"),
  STATE("可能说的是现状，不是目标", "May state how things are, not what is promised"),
  NO_END("没有写明完成时间", "No completion date is stated"),
  NAMES_INCOMPLETE("列出的名称少于所写的数量", "Fewer names than the figure says"),
  STRUCTURE("可能是提法，不是可数的目标", "May be a way of speaking, not something to count"),
  DELIVERABLE("可能是要出台的文件", "May be a document to be issued");

  private final Words words;

  Doubtful(String zh, String en) {
    this.words = new Words(zh, en);
  }

  Words words() {
    return words;
  }
}
