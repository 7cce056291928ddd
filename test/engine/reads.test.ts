import { describe, expect, test } from 'vitest';
import { forgetful, remembering } from '../../generator/engine/engine';
import { hasPart, isContainer, keysOf, memberOf, stillHolds, unread, type Reads } from '../../generator/engine/reads';
import { tracker } from '../../generator/engine/tracker';

/** What a function reads of a value. */
function readsOf(value: unknown, read: (of: never) => unknown): Reads {
  const reads = unread(value);
  const { lend, takeBack } = tracker();
  takeBack(read(lend(value, reads) as never));
  return reads;
}

class Own {
  readonly a = 1;
}

describe('data that is lent', () => {
  test.each([
    ['an object', { a: 1 }, true],
    ['an object without a prototype', Object.create(null) as object, true],
    ['a list', [1], true],
    ['a map', new Map(), true],
    ['a set', new Set(), true],
    ['a frozen object', Object.freeze({ a: 1 }), false],
    ['a frozen map', Object.freeze(new Map()), true],
    ['an object of a class', new Own(), false],
    ['bytes', Buffer.from('a'), false],
    ['a text', 'a', false],
    ['nothing', null, false],
    ['a function', () => 1, false],
  ])('is %s', (_, value, wanted) => {
    expect(isContainer(value)).toBe(wanted);
  });

  test('has members, keys and parts', () => {
    expect([memberOf(new Map([['a', 1]]), 'a'), memberOf(new Set(['a']), 'a'), memberOf({ a: 2 }, 'a')]).toEqual([
      1,
      'a',
      2,
    ]);
    expect([hasPart(new Map([['a', 1]]), 'a'), hasPart(new Set(['a']), 'b'), hasPart({ a: 2 }, 'a')]).toEqual([
      true,
      false,
      true,
    ]);
    expect([keysOf(new Map([['a', 1]])), keysOf(new Set(['b'])), keysOf({ c: 1 })]).toEqual([['a'], ['b'], ['c']]);
  });
});

describe('what was read', () => {
  const one = { a: { b: 1 }, c: [1, 2], d: Buffer.from('x') };
  test.each<readonly [string, unknown, (of: never) => unknown, unknown, boolean]>([
    ['nothing', one, () => 1, { other: true }, true],
    ['nothing, of another kind', one, () => 1, [], false],
    ['nothing, where nothing is any more', one, () => 1, null, false],
    ['a member', one, (of: typeof one) => of.a.b, { a: { b: 1 } }, true],
    ['a member that is another', one, (of: typeof one) => of.a.b, { a: { b: 2 } }, false],
    ['a member that is gone', one, (of: typeof one) => of.a.b, {}, false],
    ['its keys', one, (of: typeof one) => Reflect.ownKeys(of).length, { a: 1, c: 2, d: 3 }, true],
    ['its keys, in another order', one, (of: typeof one) => Reflect.ownKeys(of).length, { c: 1, a: 2, d: 3 }, false],
    [
      'its keys, of which there are more',
      one,
      (of: typeof one) => Reflect.ownKeys(of).length,
      { a: 1, c: 2, d: 3, e: 4 },
      false,
    ],
    ['whether there is one', one, (of: typeof one) => 'x' in of, { x: 1 }, false],
    ['whether there is one, as before', one, (of: typeof one) => 'a' in of, { a: 0 }, true],
    ['bytes', one, (of: typeof one) => of.d.length, { d: Buffer.from('x') }, true],
    ['other bytes', one, (of: typeof one) => of.d.length, { d: Buffer.from('y') }, false],
    ['all of it', one, (of: typeof one) => ({ kept: of }), { ...one }, false],
    ['all of a part', one, (of: typeof one) => [of.a], { a: { b: 1 } }, false],
    ['a list', one, (of: typeof one) => of.c.map((n) => n + 1), { c: [1, 2] }, true],
    ['a longer list', one, (of: typeof one) => of.c.map((n) => n + 1), { c: [1, 2, 3] }, false],
    [
      'an entry of a map',
      new Map([
        ['a', 1],
        ['b', 2],
      ]),
      (of: Map<string, number>) => of.get('a'),
      new Map([['a', 1]]),
      true,
    ],
    [
      'another entry of a map',
      new Map([['a', 1]]),
      (of: Map<string, number>) => of.get('a'),
      new Map([['a', 2]]),
      false,
    ],
    ['how many a map has', new Map([['a', 1]]), (of: Map<string, number>) => of.size, new Map([['b', 1]]), false],
    ['all of a map', new Map([['a', 1]]), (of: Map<string, number>) => [...of].length, new Map([['a', 2]]), false],
    [
      'the values of a map',
      new Map([['a', 1]]),
      (of: Map<string, number>) => [...of.values()].length,
      new Map([['a', 1]]),
      true,
    ],
    [
      'each of a map',
      new Map([['a', 1]]),
      (of: Map<string, number>) => of.forEach((n) => n),
      new Map([['a', 2]]),
      false,
    ],
    ['whether a set has one', new Set(['a']), (of: Set<string>) => of.has('a'), new Set(['a', 'b']), true],
    ['all of a set', new Set(['a']), (of: Set<string>) => [...of].length, new Set(['a', 'b']), false],
    ['NaN', { n: NaN }, (of: { n: number }) => of.n, { n: NaN }, true],
  ])('is %s', (_, value, read, now, wanted) => {
    expect(stillHolds(readsOf(value, read), now)).toBe(wanted);
  });

  test('takes the place of what was read before', () => {
    const reads = readsOf(one, (of: typeof one) => of.a.b);
    const now = { a: { b: 1 } };
    expect(stillHolds(reads, now)).toBe(true);
    expect(reads.value).toBe(now);
  });

  test('on one of two ways belongs to both', () => {
    const shared = { x: 1, y: 2 };
    const reads = readsOf(
      { a: shared, b: shared },
      (of: { a: typeof shared; b: typeof shared }) =>
        of.a.x + (of.b === of.a ? of.b.y : 0) + Object.keys(of.b).length + ('x' in of.b ? 1 : 0),
    );
    const with2 = (a: object, b: object) => ({ a, b });
    expect(stillHolds(reads, with2({ x: 1, y: 2 }, { x: 1, y: 2 }))).toBe(true);
    for (const [a, b] of [
      [{ x: 1, y: 3 }, shared],
      [shared, { x: 2, y: 2 }],
      [shared, { x: 1, y: 2, z: 3 }],
      [{ y: 2, x: 1 }, shared],
    ] as const)
      expect(
        stillHolds(
          readsOf(
            { a: shared, b: shared },
            (of: { a: typeof shared; b: typeof shared }) => of.a.x + of.b.y + Object.keys(of.b).length,
          ),
          with2(a, b),
        ),
      ).toBe(false);
  });
});

describe('what was made', () => {
  const made = (value: object, make: (of: never) => unknown) => {
    const { lend, takeBack } = tracker();
    return takeBack(make(lend(value, unread(value)) as never));
  };
  const value = { a: { b: 1 }, m: new Map([['k', { v: 1 }]]) };

  test.each<readonly [string, (of: typeof value) => unknown, unknown]>([
    ['the value', (of) => of, value],
    ['a part', (of) => of.a, value.a],
    ['a part in an object', (of) => ({ x: { y: of.a } }), { x: { y: value.a } }],
    ['a part in a list', (of) => [of.a], [value.a]],
    ['a part in a map', (of) => new Map([['x', of.a]]), new Map([['x', value.a]])],
    ['a set', () => new Set([1]), new Set([1])],
    ['nothing', () => null, null],
    ['a text', () => 'x', 'x'],
  ])('has the data itself in place of what was lent: %s', (_, make, wanted) => {
    const result = made(value, make);
    expect(result).toEqual(wanted);
    const inner =
      result instanceof Map
        ? [...(result as Map<unknown, unknown>).values()][0]
        : Array.isArray(result)
          ? (result as unknown[])[0]
          : (result as { x?: { y?: unknown } } | null)?.x?.y;
    if (_.includes(' in ')) expect(inner).toBe(value.a);
  });

  test('may hold itself', () => {
    const ring: { self?: object } = {};
    ring.self = ring;
    expect(made(value, () => ring)).toBe(ring);
  });
});

describe('an engine', () => {
  test('that remembers asks again when there are more inputs, or when a stage threw', async () => {
    const engine = remembering();
    let runs = 0;
    const stage = engine.stage('s', (...inputs: number[]) => {
      runs += 1;
      if (inputs[0] === 0) throw new Error('no');
      return inputs.length;
    });
    expect([stage('k', 1), stage('k', 1), stage('k', 1, 2), stage('other', 1)]).toEqual([1, 1, 2, 1]);
    expect(runs).toBe(3);
    expect(() => stage('k', 0)).toThrow('no');
    expect(() => stage('k', 0)).toThrow('no');
    expect(runs).toBe(5);
    const later = engine.stage('l', (n: number) => (n === 0 ? Promise.reject(new Error('late')) : Promise.resolve(n)));
    await expect(later('k', 0)).rejects.toThrow('late');
    await expect(later('k', 0)).rejects.toThrow('late');
    await expect(later('k', 1)).resolves.toBe(1);
    expect(later('k', 1)).toBe(later('k', 1));
  });

  test('forgets what a build did not ask for', () => {
    const engine = remembering();
    let runs = 0;
    const stage = engine.stage('s', (n: number) => n + (runs += 1));
    stage('k', 1);
    engine.next();
    stage('k', 1);
    engine.next();
    expect(runs).toBe(1);
    engine.next();
    stage('k', 1);
    expect(runs).toBe(2);
  });

  test('says again what was reported', () => {
    for (const engine of [remembering(), forgetful]) {
      const said: unknown[] = [];
      const stage = engine.reporting('s', (report, n: number) => {
        report({ path: 'p' } as never, 'not-a-file' as never, ...([n] as never));
        return n;
      });
      const report = ((...call: unknown[]) => void said.push(call[2])) as never;
      expect([stage(report, 'k', 1), stage(report, 'k', 1)]).toEqual([1, 1]);
      expect(said).toEqual([1, 1]);
    }
  });
});
