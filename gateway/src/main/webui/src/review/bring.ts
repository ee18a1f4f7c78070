/**
 * Scrolls a part of a side into its sight, and the page along only where the side does not scroll itself.
 * Twice, for what was out of sight had only been guessed how high it is.
 */
export function bring(
  side: HTMLElement | null,
  part: HTMLElement | null | undefined,
  to: 'center' | 'start',
): void {
  if (!side || !part) return;
  const place = (): void => {
    if (side.scrollHeight <= side.clientHeight || getComputedStyle(side).overflowY === 'visible') {
      part.scrollIntoView({ block: to });
      return;
    }
    const [outer, inner] = [side.getBoundingClientRect(), part.getBoundingClientRect()];
    const lead = to === 'start' ? 0 : Math.max(0, (side.clientHeight - inner.height) / 2);
    side.scrollTop += inner.top - outer.top - lead;
  };
  place();
  requestAnimationFrame(place);
}
