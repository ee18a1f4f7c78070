// Changes go one after the other, each with the ETag that the one before brought.

import { Refused } from '../api/refused';

/** Told when a change was thought for another state than the server's. */
type Conflict = () => Promise<void>;

export function turns(conflict: Conflict) {
  let last: Promise<unknown> = Promise.resolve();
  let lost = 0;

  /** Throws Refused. What waited behind a conflict was meant for another state, so it is not sent. */
  return function take<T>(send: () => Promise<T>): Promise<T> {
    const seen = lost;
    const turn = last.then(async () => {
      if (seen !== lost) throw new Refused(412);
      try {
        return await send();
      } catch (failure) {
        if (failure instanceof Refused && failure.status === 412) {
          lost++;
          await conflict();
        }
        throw failure;
      }
    });
    last = turn.catch(() => undefined);
    return turn;
  };
}
