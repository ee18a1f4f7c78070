import { describe, expect, it } from 'vitest';
import { canonical, hashOf, type Link, parsePage, START, toHex } from './chain';

// The first two records of the sample's ledger of Wujin, as the gateway gave them.
const PAGE = String.raw`{"ledger":"progress/320412","events":[{"seq":1,"id":"wj-2022-000001","type":"progress.added","fullType":"cn.duban.progress.added.v1","subject":"320412-2022.25.1","refers":null,"recordedAt":"2022-01-06T04:00:00Z","body":{"amount":1,"by":"local-district-reporter","on":"2022-01-04","target":"320412-2022.25.1"},"bodyDigest":"1b8bb9bd081af849d5f52c90e4599887bc2ce07d148f3d8d897997f1392b6edf","hash":"83de8854a7dec2b44049665e433bf022d9a8c717403baeacbf81a7d8cbc26b77"},{"seq":2,"id":"wj-2022-000002","type":"milestone.reached","fullType":"cn.duban.milestone.reached.v1","subject":"320412-2022.6.2","refers":null,"recordedAt":"2022-01-21T04:00:00Z","body":{"by":"local-district-reporter","evidence":["wj/2022/01/6.2.pdf"],"milestone":"topped-out","on":"2022-01-18","project":"牛塘实验学校","target":"320412-2022.6.2"},"bodyDigest":"0cc1c4c460b39baea2ccb1ecc795cbf2f04f04456940b0a4118a809ea063fcf2","hash":"44bdc120af60a78dc4e2a60ebab1a9423dc6969bbdf7d467bffdd5e49123e0bd"}],"next":2}`;

async function hashes(events: Link[]): Promise<string[]> {
  const made: string[] = [];
  let previous = START;
  for (const event of events) {
    previous = (await hashOf(previous, event)).hash;
    made.push(toHex(previous));
  }
  return made;
}

describe('the chain', () => {
  it('comes out as the ledger has it', async () => {
    const { events, next } = parsePage(PAGE);

    expect(await hashes(events)).toEqual(events.map((event) => event.hash));
    expect(next).toBe(2);
  });

  it.each([
    ['a figure', '"amount":1', '"amount":2'],
    ['who said it', 'local-district-reporter', 'somebody-else'],
    ['the time', '2022-01-06T04:00:00Z', '2022-01-06T04:00:01Z'],
    ['the id', 'wj-2022-000001', 'wj-2022-000009'],
  ])('breaks where %s was changed', async (_, before, after) => {
    const { events } = parsePage(PAGE.replace(before, after));

    expect((await hashes(events))[0]).not.toBe(events[0]?.hash);
  });

  it('holds over an erased body by its digest', async () => {
    const { events } = parsePage(PAGE);
    const erased = events.map((event) => ({ ...event, body: null }));

    expect(await hashes(erased)).toEqual(events.map((event) => event.hash));
  });
});

describe('the canonical form', () => {
  const form = (json: string) =>
    canonical(
      (parsePage(`{"events":[{"seq":1,"body":${json}}]}`).events[0] as unknown as { body: unknown }).body,
    );

  it.each([
    ['sorts members', '{"b":1,"a":2}', '{"a":2,"b":1}'],
    ['drops zeros that say nothing', '{"v":1.50}', '{"v":1.5}'],
    ['drops a point that says nothing', '{"v":1.00}', '{"v":1}'],
    ['keeps the zeros of a whole number', '{"v":1000}', '{"v":1000}'],
    ['knows no negative zero', '{"v":-0.0}', '{"v":0}'],
    ['keeps more digits than a double has', '{"v":123456789012345.123456}', '{"v":123456789012345.123456}'],
    ['leaves figures inside texts alone', '{"v":"1.50 \\"2.0\\""}', '{"v":"1.50 \\"2.0\\""}'],
    ['keeps Chinese as it is', '{"v":["牛塘",true,null]}', '{"v":["牛塘",true,null]}'],
  ])('%s', (_, json, expected) => {
    expect(form(json)).toBe(expected);
  });
});
