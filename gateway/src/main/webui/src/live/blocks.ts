/** One block of an event stream; a heartbeat has an id and no data. */
export interface Block {
  event: string;
  id?: string;
  data?: string;
}

/** Cuts what arrives into blocks, wherever the network has cut it. */
export class Blocks {
  #rest = '';

  take(piece: string): Block[] {
    // A line end of two characters may be cut in two: its first half waits for the second.
    const text = this.#rest + piece;
    const whole = text.endsWith('\r') ? text.slice(0, -1) : text;
    const parts = whole.split(/\r?\n\r?\n/);
    this.#rest = (parts.pop() ?? '') + text.slice(whole.length);
    return parts.map(parse);
  }
}

function parse(text: string): Block {
  const block: Block = { event: 'message' };
  const data: string[] = [];
  for (const line of text.split(/\r?\n/)) {
    const colon = line.indexOf(':');
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(colon + 1).replace(/^ /, '');
    if (field === 'event') block.event = value;
    else if (field === 'data') data.push(value);
    else if (field === 'id') block.id = value;
  }
  if (data.length) block.data = data.join('\n');
  return block;
}
