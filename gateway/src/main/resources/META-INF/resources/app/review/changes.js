// Changes go one after the other, each with the ETag that the one before brought.

import { Refused } from '../refused.js';
import { call } from './api.js';

export class Changes {
  #turn = Promise.resolve();
  #lost = 0;
  #hooks;

  /** hooks: unlock() until there is a token, review(), changed(numbers), conflict() */
  constructor(hooks) {
    this.#hooks = hooks;
  }

  decide(decisions) {
    return this.send('POST', '/decisions', { decisions });
  }

  /** Throws Refused. What waited behind a conflict was meant for another state, so it is not sent. */
  send(method, path, body) {
    const lost = this.#lost;
    const turn = this.#turn.then(() => {
      if (lost !== this.#lost) throw new Refused(412, null, 0);
      return this.#once(method, path, body);
    });
    this.#turn = turn.catch(() => {});
    return turn;
  }

  async #once(method, path, body) {
    await this.#hooks.unlock();
    const review = this.#hooks.review();
    try {
      const change = await call(method, `/plans/${review.plan}/review${path}`, { body, etag: review.etag });
      this.#hooks.changed(review.apply(change));
      return change;
    } catch (failure) {
      if (failure.status === 412) {
        this.#lost++;
        await this.#hooks.conflict();
      }
      throw failure;
    }
  }
}
