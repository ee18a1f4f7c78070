package duban.plans.plan;

/** What the API's description shows; a test takes the plan from there and publishes it. */
final class PlanExamples {

  static final String PLAN =
      """
      {"district":"320412","year":2022,"title":"武进区教育工作要点（2022 年）",
       "sections":[{"no":"二","title":"办学条件","items":[
        {"key":"6","no":"6","title":"加快学校建设","targets":[
         {"id":"320412-2022.6.1","title":"新增学位","kind":"quantity","operator":">=","value":6325,
          "unit":"个","indicator":"new-seats","due":"2022-12-31"}]}]}]}
      """;

  static final String DRAFT =
      """
      {"plan":"320412-2022","district":"320412","year":2022,"state":"draft","revision":null,
       "editedAt":"2022-01-10T01:00:00.000Z","editedBy":"wj-planner","draft":
      """
          + PLAN
          + ",\"etag\":\"\\\"d0-r0\\\"\"}";

  static final String PUBLISHED =
      """
      {"plan":"320412-2022","district":"320412","year":2022,"state":"published","revision":1,
       "editedAt":"2022-01-10T01:00:00.000Z","editedBy":"wj-planner","content":
      """
          + PLAN
          + ",\"etag\":\"\\\"d0-r1\\\"\"}";

  static final String CLOSED =
      """
      {"plan":"320412-2022","district":"320412","year":2022,"state":"closed","revision":1,
       "editedAt":"2022-01-10T01:00:00.000Z","editedBy":"wj-planner","content":
      """
          + PLAN
          + ",\"etag\":\"\\\"d0-r1-closed\\\"\"}";

  static final String PAGE =
      """
      {"plans":[{"plan":"320412-2022","district":"320412","year":2022,"title":"武进区教育工作要点（2022 年）",
       "state":"published","revision":1,"editing":false,"etag":"\\"d0-r1\\""}],"next":"320412-2022"}
      """;

  static final String REASON =
      """
      {"reason":"年中调整"}
      """;

  static final String REVISIONS =
      """
      {"plan":"320412-2022","revisions":[{"plan":"320412-2022","revision":1,
       "publishedAt":"2022-01-20T01:00:00.000Z","by":"city-admin","seq":1,"hash":"9f2c…"}]}
      """;

  static final String REVISION =
      """
      {"plan":"320412-2022","revision":1,"publishedAt":"2022-01-20T01:00:00.000Z","by":"city-admin",
       "seq":1,"hash":"9f2c…","content":
      """
          + PLAN
          + "}";

  private PlanExamples() {}
}
