// The words of this room in both languages.

export const zh = {
  title: '指标目录',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Catalogue',
}; // prettier-ignore
