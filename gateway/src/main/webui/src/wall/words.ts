// The words of this room in both languages.

export const zh = {
  title: '大屏',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Wall',
}; // prettier-ignore
