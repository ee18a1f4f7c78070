/**
 * What a plan must be: pure, with no database or framework in sight. Every rule names the place it
 * finds at fault, and all of them are asked before a plan is refused, so that an editor mends a
 * document once and not fault by fault.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.rules;
