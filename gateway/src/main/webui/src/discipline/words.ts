// The words of this room in both languages.

export const zh = {
  title: '报送情况',
}; // prettier-ignore

export const en: typeof zh = {
  title: 'Reporting',
}; // prettier-ignore
