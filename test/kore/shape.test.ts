import { describe, expect, test } from 'vitest';
import { trialFiles } from '../../kore/first-import/variants';
import { TARGETS, type KoreBot } from '../../kore/format';
import { compareShape, type Export } from '../../kore/shape/compare';
import { EXPLAINED } from '../../kore/shape/explained';
import { FACTS } from '../../kore/shape/facts';
import { exportObjects, type JsonObject } from '../../kore/shape/kinds';
import { measure } from '../../kore/shape/measure';
import { explainDeviations, unexplained, type ShapeComparison } from '../../kore/shape/report';
import { botOf, built, edited, specsOf } from '../build/specs';
import { add, patched, remove, set, type Change } from './patch';

const shopify = specsOf('shopify');
const withMode = (mode: string) => edited(shopify, 'bot.yaml', (t) => t.replace('mode: either', `mode: ${mode}`));

const exportOf = ({ target, definition, config }: KoreBot, extent: Export['extent']): Export => ({
  ...{ target, extent },
  definition: JSON.parse(JSON.stringify(definition)) as JsonObject,
  config: config as unknown as JsonObject,
});

/** Every bot that the project can build, whole and in parts. */
const exports: readonly Export[] = [
  shopify,
  withMode('clientCredentials'),
  withMode('oauthProfile'),
  specsOf('parcels'),
].flatMap((specs) => {
  const bot = botOf(specs);
  return TARGETS.flatMap((target) => [
    exportOf(built(bot, target), 'whole'),
    ...bot.actions.map(({ id }) => exportOf(built(bot, target, id), 'partial')),
  ]);
});
/** Every file of a first import. */
const trials: readonly ShapeComparison[] = TARGETS.flatMap((target) =>
  [...trialFiles(built(botOf(shopify), target))].map(([trial, bot]) =>
    explainDeviations(trial, { target, extent: 'whole', trial }, compareShape(exportOf(bot, 'whole'))),
  ),
);
const comparisons: readonly ShapeComparison[] = [
  ...exports.map((one) => explainDeviations('built', one, compareShape(one))),
  ...trials,
];

test('what is built has no deviation from real exports that nothing explains', () => {
  expect(unexplained(comparisons)).toEqual([]);
});

test('every explanation explains something', () => {
  const used = new Set(comparisons.flatMap(({ judged }) => judged.map((one) => one.explanation)));
  expect(EXPLAINED.filter((one) => !used.has(one))).toEqual([]);
});

test('a trial of a first import explains what it lacks by what it asks, and no other file does', () => {
  const lacks = (name: string) =>
    trials.flatMap(({ name: trial, judged }) => (trial === name ? judged.map(({ key }) => key) : []));
  expect(lacks('bare')).toContain('WELCOME_MESSAGE_EVENT');
  expect(lacks('events')).not.toContain('WELCOME_MESSAGE_EVENT');
  expect(lacks('companions')).toContain('runCustomScript');
  const bare = exports.find((one) => one.target === 'xo10' && one.extent === 'whole') as Export;
  const found = compareShape(patched(bare, [set('/definition/botEvents', {}), remove('/definition/runCustomScript')]));
  expect(unexplained([explainDeviations('built', bare, found)]).map(({ key }) => key)).toEqual(
    expect.arrayContaining(['WELCOME_MESSAGE_EVENT', 'runCustomScript']),
  );
});

const whole = exports.find((one) => one.target === 'xo10' && one.extent === 'whole') as Export;
const part = exports.find((one) => one.target === 'xo10' && one.extent === 'partial') as Export;
const differences = (one: Export, ...changes: readonly Change[]) => {
  const before = new Set(compareShape(one).map((d) => JSON.stringify(d)));
  return compareShape(patched(one, changes)).filter((d) => !before.has(JSON.stringify(d)));
};

describe('a comparison', () => {
  const node = '/definition/dialogs/0/nodes/1';

  test('tells a key that every real object has, and one that none has', () => {
    expect(differences(whole, remove(`${node}/useTaskLevelNs`))).toMatchObject([
      { difference: 'missing', key: 'useTaskLevelNs', where: node, objects: 1 },
    ]);
    expect(differences(whole, add(`${node}/surprise`, 1))).toMatchObject([{ difference: 'unseen', key: 'surprise' }]);
  });

  test('tells a key that most real objects have', () => {
    expect(differences(whole, remove(`${node}/nodeOptions/errorMessage`))).toMatchObject([
      { kind: 'options:message', difference: 'unusual', key: 'errorMessage', objects: 1 },
    ]);
  });

  test('tells a value that no real object has, whatever the order of its keys', () => {
    const rescoring = '/definition/localeData/en/confidenceConfigs/3/intentRescoring';
    expect(differences(whole, set(rescoring, true))).toMatchObject([
      { kind: 'confidence:rr', difference: 'value', key: 'intentRescoring', value: 'true' },
    ]);
    expect(differences(whole, set('/definition/runCustomScript', { script: '', enable: false }))).toEqual([]);
  });

  test('tells a kind that was never seen', () => {
    expect(differences(whole, add('/definition/botEvents/NEW_EVENT', { enabled: true }))).toContainEqual(
      expect.objectContaining({ kind: 'event:NEW_EVENT', difference: 'kind' }),
    );
  });

  test('holds a part of a bot to other keys than a whole one', () => {
    expect(differences(part, add('/definition/color', '#009dab'))).toMatchObject([
      { kind: 'bot', difference: 'unseen' },
    ]);
    expect(differences(whole, remove('/definition/color'))).toMatchObject([{ kind: 'bot', difference: 'missing' }]);
    expect(differences(part, add('/definition/botEvents/ON_CONNECT_EVENT', {}))[0]).toMatchObject({
      kind: 'events',
      difference: 'unseen',
    });
  });
});

test('what was measured says of its own exports that nothing differs', () => {
  const facts = { about: '', measured: [], whole: measure(exports.slice(0, 1)), partial: {} };
  expect(compareShape(exports[0] as Export, facts).filter((one) => one.difference !== 'unusual')).toEqual([]);
  expect(facts.whole['node:message']).toMatchObject({ objects: expect.any(Number) as number, exports: 1 });
});

test('a part of a bot has the 44 to 49 keys that real parts have, and nothing that could change a bot', () => {
  for (const { definition, config } of exports.filter((one) => one.extent === 'partial' && one.target === 'xo10')) {
    const keys = Object.keys(definition);
    expect(keys.length).toBeGreaterThanOrEqual(44);
    expect(keys.length).toBeLessThanOrEqual(49);
    expect(definition).toMatchObject({ botEvents: {}, namespaces: [], contentVariables: [], defaultDialogId: null });
    expect(config).toMatchObject({ envVariables: [] });
  }
});

test.each(TARGETS)(
  'the facts of %s say where they were measured, and know no kind that is never looked at',
  (target) => {
    const { measured, whole: known } = FACTS[target];
    expect(measured.length).toBeGreaterThan(0);
    for (const { objects, always, sometimes = {} } of Object.values(known)) {
      const keys = always.split(' ');
      expect(objects).toBeGreaterThan(0);
      expect(Object.keys(sometimes).filter((key) => keys.includes(key))).toEqual([]);
      for (const count of Object.values(sometimes)) expect(count).toBeLessThanOrEqual(objects);
    }
    expect([...exportObjects(whole)].length).toBeGreaterThan(100);
  },
);
