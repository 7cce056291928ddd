import { describe, expect, it } from 'vitest';
import { perList, type KoreBot } from '../../kore/format';
import { JOINT_RULES, RULES } from '../../kore/rules/index';
import { factsOf, verify, verifyJoint } from '../../kore/verify';
import { BOTS } from './bots';
import { BREAKING_CASES, codeOf } from './breaking-cases';
import { patched } from './patch';

/** What `verifyJoint` says of a bot that is taken apart for it. */
const jointly = (bot: KoreBot) =>
  verifyJoint({ ...bot, definition: { ...bot.definition, ...perList(() => []) } }, factsOf(bot));

const joint = new Set(JOINT_RULES.map(({ id }) => codeOf(id)));

/** A rule about one dialog, whose breaking case needs a pattern beside it. */
const ABOUT_ONE = 'D20';

describe('verifyJoint', () => {
  it.each(Object.entries(BOTS))('finds nothing in the sound bot %s', (_name, bot) => {
    expect(jointly(bot)).toEqual([]);
  });

  it.each(Object.entries(BREAKING_CASES).filter(([rule]) => joint.has(rule)))(
    'reports %s as verify does, without the entries themselves',
    (rule, { of, changes }) => {
      const bot = patched<KoreBot>(BOTS[of], changes);
      const found = verify(bot).filter((violation) => codeOf(violation.rule) === rule);

      expect(found).not.toEqual([]);
      expect(jointly(bot).filter((violation) => codeOf(violation.rule) === rule)).toEqual(found);
    },
  );

  it('checks every rule that more than one dialog, or something beside the dialogs, can break', () => {
    const besideThem = Object.entries(BREAKING_CASES)
      .filter(([, { changes }]) =>
        changes.some(({ path }) => !/^\/definition\/(dialogs|dialogComponents|sentences)\b/.test(path)),
      )
      .map(([rule]) => rule);
    const together = RULES.map(({ id }) => codeOf(id)).filter((id) => /^A|^F1$/.test(id));

    expect([...besideThem, ...together].filter((rule) => !joint.has(rule) && rule !== ABOUT_ONE)).toEqual([]);
  });

  it('reports the shape of what stands beside the lists', () => {
    const bot = patched<KoreBot>(BOTS.botAction, [{ op: 'remove', path: '/definition/purpose' }]);

    expect(jointly(bot).map(({ rule }) => rule)).toEqual(['schema']);
  });
});
