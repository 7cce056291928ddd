import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { KoreBot } from '../../kore/format';
import { RULES } from '../../kore/rules/index';
import { verify } from '../../kore/verify';
import { BOTS } from './bots';
import { BREAKING_CASES, codeOf } from './breaking-cases';
import { patched, set } from './patch';

const rulesBroken = (bot: KoreBot) => [...new Set(verify(bot).map((violation) => codeOf(violation.rule)))];

/** Each pointer into a document, leaves and containers. */
function pointers(value: unknown, at = ''): readonly string[] {
  if (typeof value !== 'object' || value === null) return [at];
  return [at, ...Object.entries(value).flatMap(([key, inner]) => pointers(inner, `${at}/${key}`))];
}

describe('verify', () => {
  it.each(Object.entries(BOTS))('finds nothing in the sound bot %s', (_name, bot) => {
    expect(verify(bot)).toEqual([]);
  });

  it.each(Object.entries(BREAKING_CASES))(
    'reports %s where a small change breaks it, and nothing else',
    (rule, { of, changes, where, also }) => {
      const bot = patched<KoreBot>(BOTS[of], changes);

      expect(rulesBroken(bot).sort()).toEqual([rule, ...(also ?? [])].sort());
      expect(verify(bot).find((violation) => codeOf(violation.rule) === rule)?.where).toBe(where);
    },
  );

  it('has a breaking case for each rule, and no two rules of one id', () => {
    expect(Object.keys(BREAKING_CASES).sort()).toEqual(RULES.map((rule) => codeOf(rule.id)).sort());
  });

  it('calls each rule what it demands, with its short code behind it', () => {
    for (const { id } of RULES) expect(id).toMatch(/^[a-z][a-z0-9]*(-[a-z0-9]+){1,6} \([A-Z]\d+[a-z]?\)$/);
    expect(new Set(RULES.map(({ id }) => id.split(' ')[0])).size).toBe(RULES.length);
  });

  it('applies 70 rules to XO 10 and all but three of them, with the nine of the new canvas and shape, to XO 11', () => {
    const of = (target: 'xo10' | 'xo11') =>
      RULES.filter((rule) => rule.targets.includes(target)).map((rule) => codeOf(rule.id));

    expect(of('xo10')).toHaveLength(70);
    expect(of('xo10').filter((id) => !of('xo11').includes(id))).toEqual(['C5b', 'C7', 'G3']);
    expect(of('xo11').filter((id) => !of('xo10').includes(id))).toEqual([
      'X1',
      'X2',
      'X3',
      'X4',
      'X5',
      'X6',
      'X7',
      'X8',
      'X11',
    ]);
  });

  it('takes retToFlow for a target in XO 11 only', () => {
    const to = (bot: KoreBot, at: number) =>
      rulesBroken(patched(bot, [set(`/definition/dialogs/0/nodes/${at}/transitions/0/default`, 'retToFlow')]));

    expect(to(BOTS.xo11, 3)).toEqual([]);
    expect(to(BOTS.botAction, 3)).toEqual(['schema', 'D10']);
  });

  it.each(['botAction', 'extended', 'xo11'] as const)('never throws, whatever stands anywhere in %s', (name) => {
    const bot: KoreBot = BOTS[name];
    const places = pointers({ definition: bot.definition, config: bot.config }).slice(1);

    fc.assert(
      fc.property(fc.constantFrom(...places), fc.jsonValue(), (place, value) => {
        expect(Array.isArray(verify(patched(bot, [set(place, value)])))).toBe(true);
      }),
      { numRuns: 150 },
    );
  });

  it('leaves the bot as it was', () => {
    const before = structuredClone(BOTS.extended);
    verify(BOTS.extended);

    expect(BOTS.extended).toEqual(before);
  });
});
