import type { Directive } from 'vue';

const FRESH = 1_500;

/**
 * v-glow="glow('target', id)": a short glow that says "this has just changed". What appears on the page
 * because it has just come in glows too; what is merely drawn anew does not.
 */
export const vGlow: Directive<HTMLElement, number | undefined> = {
  mounted(element, { value }) {
    if (value !== undefined && Date.now() - value < FRESH) light(element);
  },
  updated(element, { value, oldValue }) {
    if (value !== undefined && value !== oldValue) light(element);
  },
};

function light(element: HTMLElement): void {
  element.classList.remove('glowing');
  void element.offsetWidth; // begins the animation anew
  element.classList.add('glowing');
}
