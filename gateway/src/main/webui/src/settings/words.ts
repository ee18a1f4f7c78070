// The words of this room in both languages.

export const zh = {
  title: '设置',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Settings',
}; // prettier-ignore
