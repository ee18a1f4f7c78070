/**
 * This year's promises beside last year's. Targets are paired one to one, by their indicator and
 * else by their titles, and each of either plan is told once: it goes on, rose, fell, is new or has
 * vanished.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.comparison;
