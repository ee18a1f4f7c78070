/**
 * The municipal catalogue of indicators. The bureau words them, districts' targets are mapped to
 * them; what an indicator counts never changes, or figures reported before would change meaning.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.indicator;
