import { onBeforeUnmount } from 'vue';

/** Keeps the screen from going dark, where the browser can; it lets go whenever the page is hidden. */
export function useAwake(): void {
  let lock: WakeLockSentinel | null = null;

  async function hold(): Promise<void> {
    if (document.hidden || !('wakeLock' in navigator)) return;
    lock = await navigator.wakeLock.request('screen').catch(() => null);
  }

  void hold();
  document.addEventListener('visibilitychange', hold);
  onBeforeUnmount(() => {
    document.removeEventListener('visibilitychange', hold);
    void lock?.release().catch(() => undefined);
  });
}
