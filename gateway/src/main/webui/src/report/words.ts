// The words of this room in both languages.

export const zh = {
  title: '填报',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Report',
}; // prettier-ignore
