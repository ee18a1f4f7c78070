package duban.progress.intake;

/** What the API description shows. */
final class Examples {

  static final String REPORTED =
      """
      {"id":"wj-2022-000812","type":"progress.reported","target":"320412-2022.6.1",\
      "asOf":"2022-06-30","value":3200,"note":"two schools finished ahead of time"}\
      """;

  static final String ADDED =
      """
      {"id":"wj-2022-000813","type":"progress.added","target":"320412-2022.6.1",\
      "on":"2022-07-08","amount":120}\
      """;

  static final String MILESTONE =
      """
      {"id":"wj-2022-000814","type":"milestone.reached","target":"320412-2022.6.2",\
      "milestone":"topped-out","on":"2022-05-20"}\
      """;

  static final String CORRECTION =
      """
      [{"id":"wj-2022-000815","type":"event.voided","event":"wj-2022-000812",\
      "reason":"a school was counted twice"},
       {"id":"wj-2022-000816","type":"progress.reported","target":"320412-2022.6.1",\
      "asOf":"2022-06-30","value":2900}]\
      """;

  static final String TABLE =
      """
      id,type,target,asOf,value,note,evidence
      wj-2022-000817,progress.reported,320412-2022.6.1,2022-06-30,3200,two schools,wj/2022/06/6.1.xlsx
      """;

  static final String LINE_RESULT =
      """
      {"line":1,"id":"wj-2022-000812","status":"appended","seq":812,"hash":"9f2c…"}\
      """;

  static final String ROW_RESULT =
      """
      {"line":5,"status":"rejected","problem":{"type":"https://duban.cn/problems/invalid-event",\
      "title":"Invalid event","status":422,"detail":"Must not be a formula: paste it as a value.",\
      "errors":[{"pointer":"/value","detail":"Must not be a formula: paste it as a value."}]},\
      "cells":["K5"]}\
      """;

  static final String PROBLEM =
      """
      {"type":"https://duban.cn/problems/unknown-target","title":"Unknown target","status":422,\
      "detail":"No published plan has 320412-2022.99.","errors":[{"pointer":"/target",\
      "detail":"No published plan has 320412-2022.99."}]}\
      """;

  private Examples() {}
}
