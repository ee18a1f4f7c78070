/** The documents that the reader takes, as plans-service knows them, by the file's extension. */
export const TYPES = ['.txt', '.html', '.htm', '.docx', '.doc', '.pdf'];

export const isReadable = (name: string): boolean =>
  TYPES.some((ending) => name.toLowerCase().endsWith(ending));
