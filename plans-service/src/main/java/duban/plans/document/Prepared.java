package duban.plans.document;

import duban.plans.review.Layout;
import duban.plans.review.Outline;
import duban.plans.review.Proposal;
import java.util.List;

/** What a document says, in the form in which it is reviewed. */
record Prepared(Outline outline, Layout layout, List<Proposal> proposals) {}
