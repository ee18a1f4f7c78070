/**
 * What may be reported, as pure functions: an event by itself ({@code ContentRules}), against the
 * published plan ({@code PlanRules}), and after what its ledger already holds ({@code FollowUps}).
 * Facts and plans go in, a refusal or nothing comes out; no framework, clock or database in sight.
 */
@org.jspecify.annotations.NullMarked
package duban.progress.rules;
