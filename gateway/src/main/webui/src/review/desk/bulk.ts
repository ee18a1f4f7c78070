// Many proposals accepted at once; what the server refuses is left out and the rest is sent again.

import type { Decision, Proposal } from '../../api/review';
import { Refused } from '../../api/refused';
import { isUndecided } from '../model';

export interface Wish {
  /** At least so sure, 0 to 1. */
  from: number;
  /** Of this item only. */
  item?: string;
  /** Not those about which there is a doubt. */
  onlySound: boolean;
}

export const chosenFor = (ordered: Proposal[], { from, item, onlySound }: Wish): Proposal[] =>
  ordered.filter(
    (one) =>
      isUndecided(one) &&
      one.confidence >= from &&
      (!item || one.item === item) &&
      !(onlySound && one.doubts.length),
  );

const MOST = 500; // more would keep everybody else waiting

export interface Sending {
  decisions: (proposals: Proposal[]) => Decision[];
  send: (decisions: Decision[]) => Promise<unknown>;
  refuse: (one: Proposal, words: string) => void;
}

export async function acceptAll(proposals: Proposal[], { decisions, send, refuse }: Sending) {
  let taken = 0;
  let left = 0;
  for (let from = 0; from < proposals.length; from += MOST) {
    let batch = proposals.slice(from, from + MOST);
    while (batch.length) {
      try {
        await send(decisions(batch));
        taken += batch.length;
        break;
      } catch (failure) {
        const bad = refusedOf(failure, batch);
        if (!bad.size) throw failure;
        bad.forEach((words, one) => refuse(one, words));
        left += bad.size;
        batch = batch.filter((one) => !bad.has(one));
      }
    }
  }
  return { taken, left };
}

/** The proposals that a refusal names, each with its faults. */
export function refusedOf(failure: unknown, batch: Proposal[]): Map<Proposal, string> {
  const bad = new Map<Proposal, string>();
  if (!(failure instanceof Refused) || failure.status !== 422) return bad;
  for (const { pointer, detail } of failure.problem?.errors ?? []) {
    const one = batch[Number(/^\/decisions\/(\d+)/.exec(pointer)?.[1])];
    if (one) bad.set(one, bad.has(one) ? `${bad.get(one)} ${detail}` : detail);
  }
  return bad;
}
