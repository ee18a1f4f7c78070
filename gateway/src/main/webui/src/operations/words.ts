// The words of this room in both languages.

export const zh = {
  title: '运行维护',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Operations',
}; // prettier-ignore
