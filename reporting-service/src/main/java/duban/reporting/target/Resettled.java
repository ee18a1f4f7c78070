package duban.reporting.target;

import duban.reporting.catalogue.Setting;
import duban.reporting.feed.Change;
import duban.reporting.rollup.CountKey;
import duban.reporting.rollup.RollupKey;
import duban.reporting.target.TargetState.Counted;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What streams must hear when divisions merge, split or move: sums above both places change like
 * any other, but the division's own rows do not, and whoever watched the old place would keep them
 * for ever while whoever watches the new one would never get them.
 *
 * @param gone rows that leave a place
 * @param plans whose rows come to another place
 * @param counted scopes and plans whose counts come to another place
 */
public record Resettled(Set<Change> gone, Set<String> plans, Set<CountKey> counted) {

  public static Resettled of(Collection<Move> moves, Setting setting) {
    Resettled resettled = new Resettled(new HashSet<>(), new TreeSet<>(), new TreeSet<>());
    moves.forEach(move -> resettled.add(move, setting));
    return resettled;
  }

  private void add(Move move, Setting setting) {
    Counted before = move.state().counted();
    if (before == null) {
      return;
    }
    List<String> scopes = setting.scopesOf(move.state().place().district());
    if (before.scopes().equals(scopes)) {
      return;
    }
    int year = move.state().place().year();
    plans.add(move.state().place().plan());
    counted.add(CountKey.plan(move.state().place().plan(), year));
    leave(move, before, scopes, year);
    for (String scope : before.scopes()) {
      String parent = above(before.scopes(), scope);
      if (scopes.contains(scope) && parent != null && !parent.equals(above(scopes, scope))) {
        counted.add(CountKey.scope(scope, year));
        leaveParent(scope, parent, before.indicator(), year);
      }
    }
  }

  /** The target and what is told of it leave the scopes that it no longer lies in. */
  private void leave(Move move, Counted before, List<String> scopes, int year) {
    List<String> left = new ArrayList<>(before.scopes());
    left.removeAll(scopes);
    if (!left.isEmpty()) {
      gone.add(new Change("target", move.state().place().target(), left, year, null));
      gone.add(new Change("item", before.item(), left, year, null));
      gone.add(new Change("plan", move.state().place().plan(), left, year, null));
    }
  }

  private void leaveParent(String scope, String parent, @Nullable String indicator, int year) {
    gone.add(new Change("scope", scope, List.of(parent), year, null));
    if (indicator != null) {
      String key = new RollupKey(scope, year, indicator).path();
      gone.add(new Change("rollup", key, List.of(parent), year, null));
    }
  }

  private static @Nullable String above(List<String> scopes, String scope) {
    int next = scopes.indexOf(scope) + 1;
    return next > 0 && next < scopes.size() ? scopes.get(next) : null;
  }
}
