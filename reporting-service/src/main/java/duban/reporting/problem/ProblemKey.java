package duban.reporting.problem;

import duban.contracts.Ledgers;

/** A problem's name. */
record ProblemKey(String district, String problem) {

  String ledger() {
    return Ledgers.progress(district);
  }
}
