// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it } from 'vitest';
import { effectScope, nextTick, shallowRef } from 'vue';
import { isOnItsWay, useReport } from './useReport';

const whole = shallowRef({ district: '320412', reached: 1 });

function reading(depends: () => unknown) {
  const asked: { signal: AbortSignal; answer: (said: string) => void }[] = [];
  const fetch = (signal: AbortSignal) => new Promise<string>((answer) => asked.push({ signal, answer }));
  const report = effectScope().run(() => useReport(depends, fetch));
  return { asked, shown: () => report?.data.value };
}

async function settled(): Promise<void> {
  await nextTick();
  await nextTick();
}

describe('a report', () => {
  beforeEach(() => {
    setActivePinia(createPinia());
    whole.value = { district: '320412', reached: 1 };
  });

  it('stays as it is while what it depends on says the same, however often that is computed anew', async () => {
    const { asked, shown } = reading(() => [whole.value.district, { asOf: undefined }]);
    asked[0]?.answer('of Wujin');
    await settled();

    whole.value = { district: '320412', reached: 2 };
    await settled();

    expect(asked).toHaveLength(1);
    expect(asked[0]?.signal.aborted).toBe(false);
    expect(shown()).toBe('of Wujin');
  });

  it('is read anew when what it depends on says something else, whatever the one before still answers', async () => {
    const { asked, shown } = reading(() => [whole.value.district]);

    whole.value = { district: '320481', reached: 1 };
    await settled();
    expect(asked[0]?.signal.aborted).toBe(true);
    asked[0]?.answer('of Wujin');
    await settled();
    expect(shown()).toBeNull();

    asked[1]?.answer('of Liyang');
    await settled();
    expect(asked).toHaveLength(2);
    expect(shown()).toBe('of Liyang');
  });

  it('stays, said to be on its way, while the same is asked for from another day or moment', async () => {
    const view = shallowRef<{ asOf?: string; knownAt?: string }>({});
    const { asked, shown } = reading(() => [whole.value.district, view.value]);
    asked[0]?.answer('of today');
    await settled();

    view.value = { asOf: '2022-05-31' };
    await settled();
    expect(shown()).toBe('of today');
    expect(isOnItsWay.value).toBe(true);

    asked[1]?.answer('of May');
    await settled();
    expect(shown()).toBe('of May');
    expect(isOnItsWay.value).toBe(false);
  });

  it('goes at once where another is asked for, from whichever day', async () => {
    const view = shallowRef({ asOf: '2022-05-31' });
    const { asked, shown } = reading(() => [whole.value.district, view.value]);
    asked[0]?.answer('of Wujin');
    await settled();

    view.value = { asOf: '2022-06-30' };
    whole.value = { district: '320481', reached: 1 };
    await settled();

    expect(shown()).toBeNull();
    expect(isOnItsWay.value).toBe(false);
  });
});
