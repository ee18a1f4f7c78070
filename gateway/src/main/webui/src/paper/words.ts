// The words of this room in both languages.

export const zh = {
  title: '通报与总结',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Bulletins and summaries',
}; // prettier-ignore
