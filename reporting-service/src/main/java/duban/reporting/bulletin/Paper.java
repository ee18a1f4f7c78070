package duban.reporting.bulletin;

import duban.contracts.catalogue.Issue.Position;
import java.util.List;
import java.util.Map;

/** What is issued: a month's bulletin or a year's summary. */
public sealed interface Paper permits Bulletin, Summary {

  Heading heading();

  /** By ledger, the last event that is in it. */
  Map<String, Position> positions();

  /** The scope first, then the divisions directly below it. */
  List<ScopeLine> overview();

  List<IndicatorLine> indicators();

  /** Every target, so that each sum can be traced. */
  List<TargetLine> targets();

  ProblemPart problems();

  List<ReportingLine> reporting();

  /** The same words, with the places in the ledgers that they were made from. */
  Paper at(Map<String, Position> positions);
}
