// Which files are taken as evidence, so that a wrong one is told before it travels.

export const MOST_FILES = 20;
const MOST_BYTES = 20 * 1024 * 1024;

/** As progress-service recognises them (recognition.FileKind), by the file's extension. */
export const EXTENSIONS = [
  'pdf', 'png', 'jpg', 'jpeg', 'docx', 'xlsx', 'pptx', 'doc', 'xls', 'txt', 'csv',
]; // prettier-ignore

export type FileFault = 'kind' | 'empty' | 'large' | 'many';

/** Macros are no evidence, and neither is what the extension does not say. */
export function fileFault(file: { name: string; size: number }, already: number): FileFault | null {
  if (already >= MOST_FILES) return 'many';
  const extension = /\.([^.]+)$/.exec(file.name)?.[1]?.toLowerCase() ?? '';
  if (!EXTENSIONS.includes(extension)) return 'kind';
  if (file.size === 0) return 'empty';
  return file.size > MOST_BYTES ? 'large' : null;
}

/** A size as people read it. */
export function sizeOf(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  const kilobytes = bytes / 1024;
  return kilobytes < 1024 ? `${Math.round(kilobytes)} kB` : `${(kilobytes / 1024).toFixed(1)} MB`;
}
