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
    const parts = (this.#rest + piece).split(/\r?\n\r?\n/);
    this.#rest = parts.pop() ?? '';
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
