import { describe, expect, it } from 'vitest';
import { Blocks } from './blocks';

const TEXT = 'id:7\nevent:change\ndata:{"kind":"target"}\n\n:\nid:9\n\n';

describe('blocks', () => {
  it('reads an event and a heartbeat', () => {
    expect(new Blocks().take(TEXT)).toEqual([
      { event: 'change', id: '7', data: '{"kind":"target"}' },
      { event: 'message', id: '9' },
    ]);
  });

  it.each(['\n', '\r\n'])('comes out the same wherever the network cuts (line end %j)', (end) => {
    const text = TEXT.replaceAll('\n', end);
    for (let cut = 0; cut <= text.length; cut++) {
      const blocks = new Blocks();
      const read = [...blocks.take(text.slice(0, cut)), ...blocks.take(text.slice(cut))];
      expect(read.map(({ id }) => id)).toEqual(['7', '9']);
    }
  });

  it('joins the lines of one message and takes away one space only', () => {
    expect(new Blocks().take('data:  a\ndata: b\n\n')[0]?.data).toBe(' a\nb');
  });
});
