// The words of this room in both languages.

export const zh = {
  title: '计划与核对',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Plans',
}; // prettier-ignore
