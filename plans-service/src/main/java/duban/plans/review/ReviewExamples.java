package duban.plans.review;

/** What the API's description shows. */
final class ReviewExamples {

  private static final String TARGET =
      """
      {"id":"320404-2023.6.1","title":"新增学位","kind":"quantity","operator":">=","value":1200,"unit":"个","due":"2023-12-31"}
      """;

  private static final String ADDED =
      """
      {"id":"320404-2023.6.2","title":"新建幼儿园","kind":"quantity","operator":"=","value":2,"unit":"所"}
      """;

  private static final String PROPOSAL =
      """
      {"proposal":1,"item":"6","role":"target","origin":"read","state":"proposed","span":{"start":40,"end":51},
       "quote":"新增学位1200个以上","confidence":0.95,"doubts":[],
       "suggestion":{"indicator":"new-seats","score":1.00,"reason":"name"},"proposed":
      """
          + TARGET
          + ",\"target\":"
          + TARGET
          + "}";

  static final String REVIEW =
      """
      {"plan":"320404-2023","district":"320404","year":2023,"title":"2023年钟楼教育工作要点","etag":"\\"d1-r0\\"","review":1,
       "source":{"file":"要点.docx","format":"DOCX","sha256":"9f2c…","importedBy":"zl-planner","importedAt":"2023-01-10T01:00:00.000Z"},
       "head":{"title":"2023年钟楼教育工作要点","year":2023,"kind":"PLAN","script":"SIMPLIFIED"},
       "tally":{"undecided":1,"accepted":0,"edited":0,"rejected":0,"results":0},
       "text":"2023年钟楼教育工作要点\\n…",
       "sections":[{"section":0,"no":"二","path":"二","title":"办学条件","heading":{"start":20,"end":26},
        "items":[{"item":"6","no":"6","path":"二/6","title":"加快学校建设","paragraphs":[{"start":27,"end":60}],"next":"320404-2023.6.2"}]}],
       "paragraphs":[{"span":{"start":27,"end":60},"node":"二/6"}],
       "doubts":[{"path":"二/6","quote":"一批","span":{"start":52,"end":54},"why":{"zh":"没有数目","en":"No figure"}}],
       "proposals":[
      """
          + PROPOSAL
          + "]}";

  static final String DECISIONS =
      """
      {"decisions":[{"proposal":1,"decision":"accept","suggested":true},
        {"proposal":2,"decision":"reject","reason":"去年的数字"}]}
      """;

  static final String CHANGE =
      """
      {"etag":"\\"d2-r0\\"","tally":{"undecided":0,"accepted":1,"edited":0,"rejected":1,"results":0},
       "next":{"6":"320404-2023.6.2"},"proposals":[
      """
          + PROPOSAL
          + "]}";

  static final String MARKING =
      """
      {"start":40,"end":48,"quote":"新建2所幼儿园。","target":
      """
          + ADDED
          + "}";

  static final String TITLES =
      """
      {"title":"钟楼区教育工作要点（2023 年）","sections":[{"section":0,"title":"改善办学条件"}],
       "items":[{"item":"6","title":"加快学校建设","titleEn":"Build schools faster"}]}
      """;

  static final String HISTORY =
      """
      {"imports":[{"review":1,"file":"要点.docx","format":"DOCX","sha256":"9f2c…","importedBy":"zl-planner",
         "importedAt":"2023-01-10T01:00:00.000Z","current":true}],
       "entries":[{"seq":1,"action":"started","after":"要点.docx","by":"zl-planner","at":"2023-01-10T01:00:00.000Z"}],
       "next":1}
      """;

  private ReviewExamples() {}
}
