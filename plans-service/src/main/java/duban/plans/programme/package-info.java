/**
 * Programmes of several years, such as an action plan 2021 to 2023, to which targets of yearly
 * plans belong as its slices. The bureau words them; what a programme's slices add up under stays
 * once it is said.
 */
@org.jspecify.annotations.NullMarked
package duban.plans.programme;
