// A draft that is written by hand: each change goes to the server as the whole plan, against its ETag.

import { computed, inject, type InjectionKey, provide, type Ref, ref } from 'vue';
import type { Indicator } from '../../api/catalogue';
import { editPlan, type PlanContent, type PlanView, planView, type Target } from '../../api/plans';
import { Refused } from '../../api/refused';
import { provideSurroundings } from '../form/surroundings';
import { useNotices } from '../../shell/useNotices';
import { refusalWords } from '../refusalWords';
import { turns } from '../turns';
import type { Rights } from '../useDesk';
import { itemsOf, nextKey, nextTarget, pointerOf, withTarget } from './content';

const KEY: InjectionKey<ReturnType<typeof makeHand>> = Symbol('hand');

export function provideHand(plan: Ref<PlanView>, indicators: Indicator[], rights: () => Rights) {
  const hand = makeHand(plan, rights);
  provide(KEY, hand);
  provideSurroundings({
    items: computed(() => new Map(itemsOf(hand.content.value).map((item) => [item.key, item]))),
    nextOf: hand.nextOf,
    indicators,
  });
  return hand;
}

export function useHand() {
  const hand = inject(KEY);
  if (!hand) throw new Error('no draft around this part');
  return hand;
}

function makeHand(plan: Ref<PlanView>, rights: () => Rights) {
  const content = computed(() => plan.value.draft ?? plan.value.content);
  const both = () => [content.value, plan.value.content];
  const mayWrite = computed(() => rights().mayWrite);
  const isConflict = ref(false);
  const notices = useNotices();

  async function renew(): Promise<void> {
    plan.value = await planView(plan.value.plan);
  }
  const inTurn = turns(async () => {
    await renew().catch(() => undefined);
    isConflict.value = true;
  });

  const save = (change: (before: PlanContent) => PlanContent) =>
    inTurn(async () => {
      if (!content.value) return;
      plan.value = await editPlan(plan.value.plan, plan.value.etag, change(content.value));
      isConflict.value = false;
    });

  /** Where no form or dialog would say why it was refused. */
  const saveAtOnce = (change: (before: PlanContent) => PlanContent) =>
    save(change).catch((failure) => {
      if (!(failure instanceof Refused)) throw failure;
      notices.tell(refusalWords(failure));
    });

  /** Its faults are told as those of the target alone, wherever it lies. */
  async function saveTarget(target: Target, before?: string): Promise<void> {
    let at = '';
    try {
      await save((content) => {
        const after = withTarget(content, target, before);
        at = pointerOf(after, target.id);
        return after;
      });
    } catch (failure) {
      if (!(failure instanceof Refused) || !failure.problem?.errors) throw failure;
      const errors = failure.problem.errors.map((one) => ({
        ...one,
        pointer: one.pointer.startsWith(`${at}/`) ? `/target${one.pointer.slice(at.length)}` : one.pointer,
      }));
      throw new Refused(failure.status, { ...failure.problem, errors });
    }
  }

  return {
    plan, content, mayWrite, isConflict, renew, save, saveAtOnce, saveTarget,
    keyForOneMore: () => nextKey(both()),
    nextOf: (item: string) => nextTarget(plan.value.plan, item, both()),
  }; // prettier-ignore
}
