// Answers that come as lines of JSON while the work goes on; the last line is the result.

import { language } from '../words';
import { address, PAGE } from './call';
import { Refused, refusal } from './refused';

/** Posts and hands on each line; ends with the answer, and is given up with the signal. */
export async function postLines<T>(
  path: string,
  each: (line: T) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(address(path), {
    method: 'POST',
    headers: { ...PAGE, Accept: 'application/x-ndjson', 'Accept-Language': language() },
    cache: 'no-store',
    signal,
  }).catch((cause) => {
    if (signal.aborted) throw cause;
    throw new Refused(0);
  });
  if (!response.ok) throw await refusal(response);
  if (!response.body) throw new Refused(0);
  const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
  const split = splitter();
  try {
    for (let part = await reader.read(); !part.done; part = await reader.read())
      for (const line of split(part.value)) each(JSON.parse(line) as T);
    for (const line of split('\n')) each(JSON.parse(line) as T);
  } catch (cause) {
    if (signal.aborted) throw cause;
    throw new Refused(0);
  }
}

/** Lines out of parts that begin and end anywhere. */
export function splitter(): (part: string) => string[] {
  let rest = '';
  return (part) => {
    const lines = (rest + part).split('\n');
    rest = lines.pop() ?? '';
    return lines.filter((line) => line.trim());
  };
}
