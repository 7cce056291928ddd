import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { evaluate } from './evaluate';
import { anyInput } from './hostile';

describe('filters that quote', () => {
  it.each([
    ['soql', "O'Brien \\ x", String.raw`'O\'Brien \\ x'`],
    ['jql', 'say "hi" \\', String.raw`"say \"hi\" \\"`],
    ['odata', "O'Brien", "'O''Brien'"],
    ['encodedQuery', 'a^ORb=1', 'a ORb=1'],
    ['plainWords', 'type:ticket OR "x" -y (z)* a@b.example', 'type ticket or x y z a@b.example'],
  ] as const)('%s makes %j harmless', (name, said, wanted) => {
    expect(evaluate(name)(said)).toBe(wanted);
  });

  it('soql has wildcards only where the spec puts them', () => {
    expect(evaluate('soql')('50%_', '%', '%')).toBe(String.raw`'%50\%\_%'`);
    expect(evaluate('soql')('50%')).toBe("'50%'");
  });

  it('encodedQuery takes no script', () => {
    expect(evaluate('encodedQuery')(' JavaScript : gs.getUser()')).toBeNull();
  });

  it('soql, jql and odata are one text whatever was said', () => {
    const whole = { soql: /^'(?:[^'\\]|\\.)*'$/su, jql: /^"(?:[^"\\]|\\.)*"$/su, odata: /^'(?:[^']|'')*'$/su } as const;
    fc.assert(
      fc.property(anyInput, fc.constantFrom('soql' as const, 'jql' as const, 'odata' as const), (said, name) => {
        const made = evaluate(name)(String(said));
        if (made !== null) expect(made).toMatch(whole[name]);
      }),
    );
  });

  it('nothing is left of nothing', () => {
    for (const name of ['soql', 'jql', 'odata', 'encodedQuery', 'plainWords'] as const)
      expect(evaluate(name)('  ')).toBeNull();
  });
});
