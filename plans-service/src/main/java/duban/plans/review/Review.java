package duban.plans.review;

import duban.contracts.plan.Plan;
import duban.contracts.plan.Target;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a review stands.
 *
 * @param version the draft's, which every change of the review moves on
 * @param proposals in the order of their numbers
 */
public record Review(long id, int version, Outline outline, List<Proposal> proposals) {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,4}");

  /** What was decided, as a plan. */
  public Plan draft() {
    return plan(Proposal::isInDraft);
  }

  /** What the plan would be if everything that still waits were accepted. */
  public Plan prospect() {
    return plan(proposal -> proposal.isInDraft() || proposal.isUndecided());
  }

  public int undecided() {
    return (int) proposals.stream().filter(Proposal::isUndecided).count();
  }

  Optional<Proposal> proposal(int number) {
    return proposals.stream().filter(proposal -> proposal.proposal() == number).findFirst();
  }

  int nextNumber() {
    return proposals.stream().mapToInt(Proposal::proposal).max().orElse(0) + 1;
  }

  /** The id for one more target of an item; an id that was ever proposed is not used again. */
  String nextTarget(String item) {
    String prefix = outline.plan().id() + "." + item + ".";
    int highest =
        proposals.stream()
            .flatMap(proposal -> Stream.of(proposal.proposed().id(), proposal.target().id()))
            .filter(id -> id.startsWith(prefix))
            .map(id -> id.substring(prefix.length()))
            .filter(rest -> NUMBER.matcher(rest).matches())
            .mapToInt(Integer::parseInt)
            .max()
            .orElse(0);
    return IntStream.iterate(highest + 1, n -> n + 1)
        .filter(n -> outline.item(item + "." + n).isEmpty())
        .mapToObj(n -> prefix + n)
        .findFirst()
        .orElseThrow();
  }

  /** The review with these proposals in place of those of the same number, or behind the others. */
  Review with(List<Proposal> changed) {
    Map<Integer, Proposal> byNumber =
        proposals.stream().collect(Collectors.toMap(Proposal::proposal, Function.identity()));
    Map<Integer, Proposal> all = new HashMap<>(byNumber);
    changed.forEach(proposal -> all.put(proposal.proposal(), proposal));
    return new Review(
        id,
        version,
        outline,
        all.entrySet().stream()
            .sorted(Map.Entry.comparingByKey())
            .map(Map.Entry::getValue)
            .toList());
  }

  Review with(Outline other) {
    return new Review(id, version, other, proposals);
  }

  private Plan plan(Predicate<Proposal> wanted) {
    Map<String, List<Target>> targets =
        proposals.stream()
            .filter(wanted)
            .collect(
                Collectors.groupingBy(
                    Proposal::item, Collectors.mapping(Proposal::target, Collectors.toList())));
    return outline.with(targets);
  }
}
