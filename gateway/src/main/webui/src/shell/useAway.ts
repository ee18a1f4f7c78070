// A page whose file cannot be had. After an upgrade the files that this document names are gone, and the new
// document names the new ones; but where nobody answers, loading anew would only leave the browser's own
// word of failure, so the visitor stays and is told.

import { ref } from 'vue';
import type { Router } from 'vue-router';
import { i18n } from '../words';
import { useNotices } from './useNotices';

const RELOADED = 'duban.reloadedFor';

/** Where the visitor was going and could not be taken. */
const away = ref('');
export const useAway = () => away;

export const isReachable = (): Promise<boolean> =>
  fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

/** Loads the pages anew, at the place. */
export function loadAt(place: string): void {
  if (place === `${location.pathname}${location.search}${location.hash}`) location.reload();
  else location.assign(place);
}

export function watchForMissingFiles(router: Router): void {
  let heading = '';
  router.beforeEach((to) => void (heading = to.fullPath));
  router.afterEach(() => (away.value = ''));
  addEventListener(
    'vite:preloadError',
    () => void missing(heading, heading === router.currentRoute.value.fullPath),
  );
}

async function missing(heading: string, isPartOnly: boolean): Promise<void> {
  // Once only, so that a file that cannot be had does not become a page that never rests.
  if ((await isReachable()) && sessionStorage.getItem(RELOADED) !== import.meta.url) {
    sessionStorage.setItem(RELOADED, import.meta.url);
    loadAt(heading);
  } else if (isPartOnly) {
    useNotices().tell(i18n.global.t('away.part'));
  } else {
    away.value = heading;
  }
}
