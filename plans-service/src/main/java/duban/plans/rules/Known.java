package duban.plans.rules;

import duban.contracts.catalogue.Indicator;
import duban.contracts.catalogue.Programme;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * What the rules must know beside the plan itself.
 *
 * @param indicators the indicator of a key
 * @param programmes the programme of a key
 * @param earlier the targets of each plan that is published here, by the plan's id, as far as the
 *     plan continues them
 */
public record Known(
    Function<String, Optional<Indicator>> indicators,
    Function<String, Optional<Programme>> programmes,
    Map<String, Set<String>> earlier) {}
