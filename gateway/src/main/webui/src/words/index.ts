import { createI18n } from 'vue-i18n';
import en from './en';
import * as rooms from './rooms';
import { singular } from './singular';
import zh from './zh';

export type Language = 'zh' | 'en';

/** Where the choice is remembered. */
const KEY = 'duban.language';

export const i18n = createI18n({
  legacy: false,
  locale: remembered(),
  fallbackLocale: 'zh',
  messages: { zh: { ...zh, ...rooms.zh }, en: { ...en, ...rooms.en } },
  postTranslation: (words) => (typeof words === 'string' && language() === 'en' ? singular(words) : words),
});

function remembered(): Language {
  try {
    return localStorage.getItem(KEY) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export const language = (): Language => i18n.global.locale.value as Language;

export function speak(wanted: Language): void {
  i18n.global.locale.value = wanted;
  document.documentElement.lang = wanted === 'en' ? 'en' : 'zh-CN';
  try {
    localStorage.setItem(KEY, wanted);
  } catch {
    // A browser that keeps nothing still shows the page.
  }
}

/** Words of both languages side by side, as the API gives them. */
export interface Both {
  zh: string;
  en: string;
}

export const said = (words: Both | undefined): string => (words ? words[language()] : '');

/** A row's own name or title in the language shown; the Chinese one where it has no other. */
export const named = (zhName?: string | null, enName?: string | null): string =>
  (language() === 'en' && enName) || zhName || '';
