// From when and of what a page is seen. All of it stands in the address, so that a link shows a
// colleague the same page; the composable only reads and writes the address.

import { computed } from 'vue';
import { type RouteLocationRaw, useRoute, useRouter } from 'vue-router';
import type { PointOfView } from '../api/reports';
import { fromAddress, type Viewpoint } from './viewpoint';

export function useViewpoint() {
  const route = useRoute();
  const router = useRouter();
  const viewpoint = computed(() => fromAddress(route.query));
  const pointOfView = computed<PointOfView>(() => ({
    asOf: viewpoint.value.asOf,
    knownAt: viewpoint.value.knownAt,
  }));
  const isNow = computed(() => !viewpoint.value.asOf && !viewpoint.value.knownAt);

  /** A place in these pages, seen from where this one is seen. */
  const to = (path: string, change: Partial<Viewpoint> = {}): RouteLocationRaw => ({
    path,
    query: toQuery({ ...viewpoint.value, ...change }),
  });

  /** Looks at this page from another point. */
  const look = (change: Partial<Viewpoint>) =>
    router.push({
      path: route.path,
      query: { ...route.query, ...toQuery({ ...viewpoint.value, ...change }, true) },
    });

  return { viewpoint, pointOfView, isNow, to, look };
}

/** What the address says; with `withEmpty`, what is not said is said to be undefined, which takes it out. */
function toQuery(viewpoint: Viewpoint, withEmpty = false): Record<string, string | undefined> {
  const said = {
    scope: viewpoint.scope,
    year: viewpoint.year?.toString(),
    asOf: viewpoint.asOf,
    knownAt: viewpoint.knownAt,
  };
  return withEmpty ? said : Object.fromEntries(Object.entries(said).filter(([, value]) => value));
}
