package duban.reporting.export;

import duban.contracts.problem.ProblemType;
import duban.door.ProblemException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** The lists that can be taken out, with their columns: paths into a row's JSON. */
enum Listing {
  TARGETS(
      "target,plan,item,district,year,revision,title,titleEn,kind,operator,unit,indicator,start,due,"
          + "promised,low,high,reached,numerator,denominator,done,pace,light,unreported,reportedOn,"
          + "reportedAt,reason.zh,reason.en"),
  ITEMS("item,plan,no,title,titleEn,light,targets,reported,unreported,lights"),
  PLANS("plan,district,year,title,titleEn,revision,state,light,targets,reported,unreported,lights"),
  ROLLUPS(
      "indicator,name,nameEn,unit,aggregation,year,scope,scopeName,scopeNameEn,promised,reached,"
          + "share,pace,light,targets,reported,unreported,lights"),
  EVENTS(
      "ledger,seq,id,type,district,subject,plan,day,value,numerator,denominator,project,milestone,"
          + "stage,note,by,refers,recordedAt,voided,part,title,titleEn,unit,explanation,verdict,"
          + "explained"),
  PROBLEMS(
      "problem,district,item,itemTitle,plan,year,state,severity,text,openedAt,due,reopened,overdue,"
          + "overdueDays"),
  DISCIPLINE("month,dueBy,district,name,nameEn,due,onTime,late,missing,pending,rate,lastReportAt"),
  REPORTS("month,dueBy,district,name,nameEn,target,item,title,titleEn,state,reportedAt"),
  INDICATORS("key,name,nameEn,unit,aggregation,direction,measure,tolerance"),
  DISTRICTS("code,parent,level,name,nameEn,from,ended,into");

  private final List<String> columns;

  Listing(String columns) {
    this.columns = Arrays.asList(columns.split(",", -1));
  }

  List<String> columns() {
    return columns;
  }

  String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  static Listing ofWord(String word) {
    return Arrays.stream(values())
        .filter(list -> list.word().equals(word))
        .findFirst()
        .orElseThrow(() ->
            ProblemException.of(
                ProblemType.NOT_FOUND, "没有清单 " + word + "。", "There is no list " + word + "."));
  }
}
