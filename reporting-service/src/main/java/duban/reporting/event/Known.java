package duban.reporting.event;

/**
 * SQL for what was known of a progress event {@code e} at a moment, given as text in the parameter
 * of the number to be filled in; and for the day that an event belongs to.
 */
public final class Known {

  /**
   * Several verdicts may follow on one event. The latest stands beside it, and only who asks for a
   * moment before that one makes the database look the earlier ones up.
   */
  static final String VERDICT =
      """
      (case when e.verdict_seq is null then null
            when e.verdict_at <= ($%1$d::text)::timestamptz then e.verdict
            else (select substr(v.type, 8) from progress_event v
                   where v.ledger = e.ledger and v.refers = e.id and v.seq > e.seq
                     and v.type in ('report.verified', 'report.disputed')
                     and v.recorded_at <= ($%1$d::text)::timestamptz
                   order by v.seq desc limit 1) end)
      """;

  static final String EXPLAINED =
      """
      (e.explanation is not null
       or coalesce(e.explained_at <= ($%1$d::text)::timestamptz, false))
      """;

  /** Recorded by then, and not taken back by then. */
  static final String STANDING =
      """
      (e.recorded_at <= ($%1$d::text)::timestamptz
       and (e.voided_at is null or e.voided_at > ($%1$d::text)::timestamptz))
      """;

  /** Of an event by the name to be filled in: its own day, else that of its recording. */
  public static final String DAY =
      "coalesce(%1$s.day, (%1$s.recorded_at at time zone 'Asia/Shanghai')::date)";

  private Known() {}
}
