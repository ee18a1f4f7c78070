import { computed } from 'vue';
import { useRoute, useRouter } from 'vue-router';
import { useSession } from '../session/useSession';
import { useViewpoint } from '../viewpoint/useViewpoint';
import { choicesOf, covers, homeOf, isCity, pathOf, scopeFor } from './scopes';
import { useDistricts } from './useDistricts';

/** Whose figures are looked over: what the address says, else the visitor's own. */
export function useScope() {
  const route = useRoute();
  const router = useRouter();
  const session = useSession();
  const districts = useDistricts();
  const { viewpoint, to } = useViewpoint();
  const codes = computed(() => session.visitor?.districts ?? []);

  const scope = computed(() => {
    const wanted = viewpoint.value.scope ?? homeOf(codes.value, districts.all);
    return scopeFor(wanted, route.path, codes.value);
  });
  const choices = computed(() => choicesOf(codes.value, districts.all));
  const choose = (code: string) => router.push(to(pathOf(code, route.path), { scope: code }));

  const sees = (code: string) => codes.value.some((right) => covers(right, code));

  /** The first page of a division, as a step of the way to a page. */
  const stepTo = (code: string) => ({
    name: districts.nameOf(code),
    path: isCity(code) ? '/' : `/district/${code}`,
  });

  /** The step to what lies above a division, for whom it is visible; it widens the scope. */
  function above(code: string) {
    const parent = districts.byCode.get(code)?.parent;
    return parent && sees(parent) ? [{ ...stepTo(parent), scope: parent }] : [];
  }

  return { scope, choices, choose, sees, stepTo, above };
}
