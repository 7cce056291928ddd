import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../generator/diagnostics/diagnostic';
import { remembering } from '../../generator/engine/engine';

/** Counts how often a stage really runs. */
function counted<I extends readonly unknown[], T>(make: (...inputs: I) => T) {
  const engine = remembering();
  let runs = 0;
  const stage = engine.stage('counted', (...inputs: I) => {
    runs += 1;
    return make(...inputs);
  });
  return { engine, stage, runs: () => runs };
}

interface Bot {
  readonly name: string;
  readonly audience: string;
  readonly texts: ReadonlyMap<string, { readonly text: string }>;
  readonly actions: readonly { readonly id: string; readonly says?: string }[];
}
const bot = (changes: Partial<Bot> = {}): Bot => ({
  name: 'Shop',
  audience: 'staff',
  texts: new Map([
    ['empty', { text: 'Nothing.' }],
    ['busy', { text: 'Later.' }],
  ]),
  actions: [{ id: 'a', says: 'x' }, { id: 'b' }],
  ...changes,
});

describe('a stage', () => {
  it('runs again only when something that it read is different', () => {
    const { stage, runs } = counted((of: Bot) => `${of.name}${of.texts.get('empty')?.text ?? ''}`);
    expect(stage('k', bot())).toBe('ShopNothing.');
    stage('k', bot());
    stage('k', bot({ audience: 'shopper', actions: [], texts: new Map([['empty', { text: 'Nothing.' }]]) }));
    expect(runs()).toBe(1);
    expect(stage('k', bot({ texts: new Map([['empty', { text: 'None.' }]]) }))).toBe('ShopNone.');
    expect(runs()).toBe(2);
  });

  it.each<readonly [string, (of: Bot) => unknown, Partial<Bot>]>([
    ['how many there are', (of) => of.actions.length, { actions: [{ id: 'a', says: 'x' }] }],
    ['that something is missing', (of) => of.actions[1]?.says, { actions: [{ id: 'a' }, { id: 'b', says: 'y' }] }],
    [
      'whether something is there',
      (of) => 'says' in (of.actions[1] ?? {}),
      { actions: [{ id: 'a' }, { id: 'b', says: '' }] },
    ],
    ['whether a map has it', (of) => of.texts.has('late'), { texts: new Map([['late', { text: '' }]]) }],
    ['the order of a map', (of) => [...of.texts.keys()].join(), { texts: new Map([...bot().texts].reverse()) }],
    ['the size of a map', (of) => of.texts.size, { texts: new Map() }],
    ['all of it at once', (of) => JSON.stringify(of.actions), { actions: [{ id: 'a', says: 'x' }, { id: 'c' }] }],
    ['a copy of it', (of) => ({ ...of.actions[0] }).says, { actions: [{ id: 'a', says: 'z' }, { id: 'b' }] }],
    ['the names of its keys', (of) => Object.keys(of.actions[0] ?? {}).join(), { actions: [{ id: 'a' }, { id: 'b' }] }],
    [
      'values of a map',
      (of) => [...of.texts.values()].map((t) => t.text).join(),
      { texts: new Map([['empty', { text: 'No.' }]]) },
    ],
    [
      'what it found in a list',
      (of) => of.actions.find((a) => a.id === 'b')?.says,
      { actions: [{ id: 'b', says: 'q' }] },
    ],
  ])('that asked for %s runs again when that is different', (_, make, change) => {
    const { stage, runs } = counted(make);
    expect(stage('k', bot())).toEqual(make(bot()));
    expect(stage('k', bot())).toEqual(make(bot()));
    expect(runs()).toBe(1);
    expect(stage('k', bot(change))).toEqual(make(bot(change)));
    expect(runs()).toBe(2);
  });

  it('that hands on a part of its input runs again for another part, though it never looked into it', () => {
    const { stage } = counted((of: Bot) => ({ first: of.actions[0] }));
    expect(stage('k', bot()).first?.says).toBe('x');
    expect(stage('k', bot({ actions: [{ id: 'a', says: 'y' }] })).first?.says).toBe('y');
  });

  it('hands on the data itself, not what notes the looks at it', () => {
    const { stage, runs } = counted((of: Bot) => [of.texts, of.actions] as const);
    const given = bot();
    const [texts, actions] = stage('k', given);
    expect([texts === given.texts, actions === given.actions]).toEqual([true, true]);
    expect(stage('k', given)[0]).toBe(texts);
    expect(runs()).toBe(1);
  });

  it('compares bytes by their content', () => {
    const { stage, runs } = counted((bytes: Buffer) => bytes.toString());
    const first = Buffer.from('one');
    expect([stage('k', first), stage('k', Buffer.from('one')), stage('k', Buffer.from('two'))]).toEqual([
      'one',
      'one',
      'two',
    ]);
    expect(runs()).toBe(2);
  });

  it('may end later, and one that fails is not remembered', async () => {
    const { stage, runs } = counted(async (of: Bot) => {
      await Promise.resolve();
      if (of.audience === 'nobody') throw new Error('no');
      return of.name;
    });
    expect(await stage('k', bot())).toBe('Shop');
    expect(await stage('k', bot({ audience: 'staff' }))).toBe('Shop');
    expect(runs()).toBe(1);
    await expect(stage('k', bot({ audience: 'nobody' }))).rejects.toThrow('no');
    await expect(stage('k', bot({ audience: 'nobody' }))).rejects.toThrow('no');
    expect(runs()).toBe(3);
  });

  it('reports again what it reported', () => {
    const engine = remembering();
    const stage = engine.reporting('said', (report, of: Bot) => {
      report({ path: of.name, text: '', start: 0, end: 0 }, 'empty-bot');
      return of.actions.length;
    });
    const said: string[] = [];
    const hear = ((place: { readonly path: string }) => void said.push(place.path)) as Report;
    expect([stage(hear, 'k', bot()), stage(hear, 'k', bot())]).toEqual([2, 2]);
    expect(said).toEqual(['Shop', 'Shop']);
  });

  it('is forgotten when a build did not ask for it', () => {
    const { engine, stage, runs } = counted((of: Bot) => of.name);
    stage('k', bot());
    engine.next();
    engine.next();
    stage('k', bot());
    expect(runs()).toBe(2);
  });

  it('gives for any data, after any change, what the function gives', () => {
    const json = fc.jsonValue({ maxDepth: 4 });
    const path = fc.array(fc.oneof(fc.nat(3), fc.string({ maxLength: 2 })), { maxLength: 4 });
    const at = (value: unknown, keys: readonly (string | number)[]): unknown =>
      keys.reduce<unknown>(
        (v, key) => (typeof v === 'object' && v !== null ? (v as Record<string, unknown>)[key] : v),
        value,
      );
    const looks = (value: unknown, paths: readonly (readonly (string | number)[])[]) =>
      paths.map((keys) => {
        const found = at(value, keys);
        return typeof found === 'object' && found !== null ? Object.keys(found) : found;
      });
    fc.assert(
      fc.property(fc.array(json, { minLength: 2 }), fc.array(path), (values, paths) => {
        const stage = remembering().stage('any', (value: unknown) => looks(value, paths));
        for (const value of [...values, ...values]) expect(stage('k', value)).toEqual(looks(value, paths));
      }),
    );
  });
});
