import { defineStore } from 'pinia';
import { computed, ref } from 'vue';
import { language } from '../words';
import { Refused, refusal } from '../api/refused';

/** Who is signed in, as /session says. */
export interface Visitor {
  subject: string;
  roles: string[];
  districts: string[];
  expires: string;
}

/** The session is a cookie that scripts cannot read; a token is only ever exchanged for it. */
export const useSession = defineStore('session', () => {
  const visitor = ref<Visitor | null>(null);
  const isKnown = ref(false); // whether it has been found out yet
  const ended = ref(false); // whether it ended while somebody was looking

  const has = (role: string) => visitor.value?.roles.includes(role) ?? false;
  const isAdmin = computed(() => has('city-admin'));
  const isBureau = computed(() => has('city-admin') || has('city-viewer'));
  const mayReport = computed(() => has('city-admin') || has('district-reporter'));
  const mayPlan = computed(() => has('city-admin') || has('district-planner'));

  async function find(): Promise<void> {
    const response = await fetch('/session', { cache: 'no-store' }).catch(() => null);
    if (!response) throw new Refused(0);
    if (!response.ok) throw await refusal(response);
    visitor.value = response.status === 204 ? null : ((await response.json()) as Visitor);
    isKnown.value = true;
  }

  async function signIn(token: string): Promise<void> {
    const response = await fetch('/session', {
      method: 'POST',
      headers: { 'Content-Type': 'application/json', 'Accept-Language': language() },
      body: JSON.stringify({ token }),
    }).catch(() => null);
    if (!response) throw new Refused(0);
    if (!response.ok) throw await refusal(response);
    visitor.value = (await response.json()) as Visitor;
    isKnown.value = true;
    ended.value = false;
  }

  async function signOut(): Promise<void> {
    await fetch('/session', { method: 'DELETE' }).catch(() => null);
    visitor.value = null;
  }

  function expire(): void {
    ended.value = visitor.value !== null;
    visitor.value = null;
  }

  return { visitor, isKnown, ended, isAdmin, isBureau, mayReport, mayPlan, find, signIn, signOut, expire };
});
