package duban.ledger.append;

import static org.assertj.core.api.Assertions.assertThat;

import duban.ledger.Events;
import duban.ledger.TakeBacks;
import duban.ledger.append.Answer.Appended;
import duban.ledger.append.Answer.Receipt;
import duban.ledger.append.Planner.Plan;
import duban.ledger.chain.LedgerEvent;
import duban.ledger.chain.NewEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class PlannerTest {

  private static final Instant NOON = Instant.parse("2022-06-30T12:00:00.123456Z");

  private final List<LedgerEvent> held = new ArrayList<>();
  private Head head = Head.EMPTY;

  @Test
  void numbersFromOneWithoutHolesAndInWholeMilliseconds() {
    Plan<String> plan = plan(NOON, Append.of(List.of(said("a", 1), said("b", 2))), one("c", 3));

    assertThat(plan.links()).extracting(LedgerEvent::seq).containsExactly(1L, 2L, 3L);
    assertThat(plan.links())
        .extracting(LedgerEvent::recordedAt)
        .containsOnly(Instant.parse("2022-06-30T12:00:00.123Z"));
    assertThat(plan.head().seq()).isEqualTo(3);
  }

  @Test
  void aRepeatGetsTheFirstAnswerWithinAGroupAndAfterIt() {
    Plan<String> first = plan(NOON, one("a", 1), one("a", 1));
    Plan<String> later = plan(NOON.plusSeconds(60), one("a", 1));

    Receipt receipt = receipt(first.answers().getFirst());
    assertThat(receipt.duplicate()).isFalse();
    for (Answer<String> repeat : List.of(first.answers().get(1), later.answers().getFirst())) {
      assertThat(receipt(repeat))
          .isEqualTo(new Receipt("l", 1, "a", receipt.hash(), receipt.recordedAt(), true));
    }
    assertThat(later.links()).isEmpty();
  }

  @Test
  void anUsedIdWithOtherContentIsAConflictAndLeavesTheWholeRequestOut() {
    plan(NOON, one("a", 1));
    Plan<String> plan = plan(NOON, Append.of(List.of(said("b", 2), said("a", 9))), one("c", 3));

    assertThat(plan.answers().getFirst()).isEqualTo(new Answer.Conflicting<>(1, "a"));
    assertThat(plan.links()).extracting(LedgerEvent::id).containsExactly("c");
    assertThat(plan.links().getFirst().seq()).isEqualTo(2);
  }

  @Test
  void anIdOfARequestThatFailedIsFree() {
    Plan<String> plan =
        plan(NOON, Append.of(List.of(said("a", 1), Events.takenBack("x", "nobody"))), one("a", 7));

    assertThat(plan.answers().getFirst()).isEqualTo(new Answer.Refused<>(1, "unknown"));
    assertThat(receipt(plan.answers().get(1)).duplicate()).isFalse();
  }

  @Test
  void anExpectedPositionHoldsTheRequestToIt() {
    Append expectsOne = new Append(List.of(said("b", 2)), OptionalLong.of(1));
    Plan<String> plan = plan(NOON, one("a", 1), expectsOne, one("c", 3));
    assertThat(plan.answers().get(1)).isInstanceOf(Appended.class);

    Append late = new Append(List.of(said("d", 4)), OptionalLong.of(1));
    Plan<String> refused = plan(NOON, late, expectsOne);
    assertThat(refused.answers().getFirst()).isEqualTo(new Answer.Elsewhere<>(3));
    // A repeat is a repeat, wherever the ledger stands by now.
    assertThat(receipt(refused.answers().get(1)).duplicate()).isTrue();
  }

  @Test
  void whatDependsOnThePastIsDecidedInTheLedgersOrder() {
    Plan<String> plan =
        plan(
            NOON,
            one("a", 1),
            Append.of(Events.takenBack("t1", "a")),
            Append.of(Events.takenBack("t2", "a")),
            Append.of(Events.takenBack("t1", "a")));

    assertThat(plan.answers().get(1)).isInstanceOf(Appended.class);
    assertThat(plan.answers().get(2)).isEqualTo(new Answer.Refused<>(0, "again"));
    assertThat(receipt(plan.answers().get(3)).duplicate()).isTrue();
  }

  @Test
  void recordedTimeNeverRunsBack() {
    plan(NOON, one("a", 1));
    Plan<String> plan = plan(NOON.minusSeconds(3600), one("b", 2));

    assertThat(plan.links().getFirst().recordedAt())
        .isEqualTo(Instant.parse("2022-06-30T12:00:00.123Z"));
  }

  @Test
  void whatIsSaidAtAnotherMomentIsRecordedThenButNeverBeforeWhatIsThere() {
    Instant spring = Instant.parse("2022-03-25T04:00:00Z");
    Instant winter = Instant.parse("2022-01-10T04:00:00Z");
    Plan<String> plan = plan(NOON, one("a", 1).at(spring), one("b", 2).at(winter), one("c", 3));

    assertThat(plan.links())
        .extracting(LedgerEvent::recordedAt)
        .containsExactly(spring, spring, Instant.parse("2022-06-30T12:00:00.123Z"));
  }

  private Plan<String> plan(Instant now, Append... requests) {
    Plan<String> plan =
        Planner.plan("l", head, held, Arrays.asList(requests), new TakeBacks(), now);
    held.addAll(plan.links());
    head = plan.head();
    return plan;
  }

  private static Append one(String id, long value) {
    return Append.of(said(id, value));
  }

  private static NewEvent said(String id, long value) {
    return Events.said(id, value);
  }

  private static Receipt receipt(Answer<String> answer) {
    return ((Appended<String>) answer).receipts().getFirst();
  }
}
