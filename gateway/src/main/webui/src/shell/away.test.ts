// @vitest-environment happy-dom
import { createPinia, setActivePinia } from 'pinia';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { createMemoryHistory, createRouter } from 'vue-router';
import { useAway, watchForMissingFiles } from './useAway';
import { useNotices } from './useNotices';

const fileOf = () => {
  dispatchEvent(new Event('vite:preloadError'));
  return Promise.reject(new Error('no file'));
};
const router = createRouter({
  history: createMemoryHistory(),
  routes: [
    { path: '/', component: {} },
    { path: '/problems', component: {} },
    { path: '/report', component: fileOf },
  ],
});
router.onError(() => undefined); // else each failure is printed
watchForMissingFiles(router);

async function goToReport(answers: boolean): Promise<void> {
  vi.stubGlobal('fetch', () => (answers ? Promise.resolve({ ok: true }) : Promise.reject(new TypeError())));
  await router.push('/');
  await router.push('/report').catch(() => undefined);
  await vi.waitFor(() => undefined);
}

describe('a page whose file cannot be had', () => {
  const reload = vi.spyOn(location, 'assign').mockImplementation(() => undefined);
  beforeEach(() => {
    setActivePinia(createPinia());
    sessionStorage.clear();
    reload.mockClear();
  });

  it('is said to be out of reach where nobody answers, until another is gone to', async () => {
    await goToReport(false);
    expect(useAway().value).toBe('/report');
    expect(reload).not.toHaveBeenCalled();

    await router.push('/problems');
    expect(useAway().value).toBe('');
  });

  it('is loaded anew where the system answers, once', async () => {
    await goToReport(true);
    expect(reload).toHaveBeenCalledExactlyOnceWith('/report');

    await goToReport(true);
    expect(reload).toHaveBeenCalledOnce();
    expect(useAway().value).toBe('/report');
  });

  it('is only told of where it is a part of the page that is shown', async () => {
    await goToReport(false);
    await router.push('/problems');
    dispatchEvent(new Event('vite:preloadError'));

    await vi.waitFor(() => expect(useNotices().all).toHaveLength(1));
    expect(useAway().value).toBe('');
  });
});
