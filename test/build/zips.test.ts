import { beforeAll, describe, expect, test } from 'vitest';
import { build, type BuildResult } from '../../generator/build';
import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE, TARGETS, type Config, type Definition } from '../../kore/format';
import { trialPath, trialsOf } from '../../kore/first-import/trials';
import { print } from '../../generator/package/text';
import { entriesOf } from '../package/zip';
import { built, PROJECT, SHOP, templates } from './specs';

let result: BuildResult;
beforeAll(async () => {
  result = await build(SHOP, 'shopify', templates);
});

const bytesOf = (path: string): Buffer => {
  const file = result.files?.find((f) => f.path === path);
  if (!file) throw new Error(`no ${path}`);
  return file.bytes;
};
const parsed = async (path: string) => {
  const [definition, config] = await entriesOf(bytesOf(path));
  return {
    definition: JSON.parse(definition?.bytes.toString('utf8') ?? '') as Definition,
    config: JSON.parse(config?.bytes.toString('utf8') ?? '') as Config,
  };
};

test('a build makes a zip for each target, and one for each action and each trial of a first import', () => {
  const ids = result.bot?.actions.map((a) => a.id) ?? [];
  const expected = TARGETS.flatMap((target) => [
    `shopify-${target}.zip`,
    ...ids.map((id) => `shopify/actions/${id}-${target}.zip`),
    ...trialsOf(target).flatMap((t) => (t.built === undefined ? [`shopify/${trialPath(t.id, target)}`] : [])),
  ]);
  const imported = result.files?.map((f) => f.path).filter((path) => /\.zip$|\/xo1[01]\//.test(path));
  expect(imported?.sort()).toEqual([...expected].sort());
  expect(ids).toHaveLength(8);
});

describe.each(TARGETS)('for %s', (target) => {
  test('every zip holds definition, config and icon, in this order', async () => {
    for (const file of (result.files ?? []).filter((f) => f.path.endsWith(`-${target}.zip`))) {
      const entries = await entriesOf(file.bytes);
      const names = [DEFINITION_FILE[target], CONFIG_FILE, ICON_FILE];
      expect(entries.map((e) => e.header.fileName)).toEqual(names);
      // What would not become smaller is stored.
      expect(entries[0]?.header.compressionMethod).toBe(8);
    }
  });

  test('the bot as data is the bot that is written, whole and for each action', async () => {
    const { bot } = result;
    if (!bot) throw new Error('no bot');
    for (const only of [undefined, ...bot.actions.map((action) => action.id)]) {
      const zip = only === undefined ? `shopify-${target}.zip` : `shopify/actions/${only}-${target}.zip`;
      const { definition, config } = built(bot, target, only);
      const written = (await entriesOf(bytesOf(zip))).slice(0, 2).map(({ bytes }) => bytes.toString('utf8'));
      expect(written).toEqual([definition, config].map((file) => print(file).bytes.toString('utf8')));
    }
  });

  test('an action’s zip holds its dialog, the components that the dialog uses, and nothing else', async () => {
    for (const action of result.bot?.actions ?? []) {
      const { definition } = await parsed(`shopify/actions/${action.id}-${target}.zip`);
      expect(definition.dialogs.map((d) => d.localeData['en']?.name)).toEqual([
        action.title.text.filter((p) => typeof p === 'string').join(''),
      ]);
      const used = (definition.dialogs[0]?.nodes ?? []).flatMap((n) => [
        n.componentId,
        ...(n.nodes ?? []).map((inner) => inner.componentId),
      ]);
      expect(definition.dialogComponents.map((c) => c._id).sort()).toEqual([...new Set(used)].sort());
      const intents = definition.dialogComponents.filter((c) => c.type === 'intent').map((c) => c._id);
      expect(new Set(definition.sentences.map((s) => s.taskId))).toEqual(new Set(intents));
      expect(definition.defaultDialogId).toBeNull();
    }
  });

  test('what an action’s zip holds is what the whole bot holds', async () => {
    const { definition: whole } = await parsed(`shopify-${target}.zip`);
    const { definition: one } = await parsed(`shopify/actions/get-order-details-${target}.zip`);
    for (const key of ['dialogs', 'dialogComponents', 'sentences', 'patterns'] as const)
      expect(whole[key]).toEqual(expect.arrayContaining([...one[key]]));
  });

  test('no variable that is secret has a value, and only what this credentials mode needs is there', async () => {
    const { config } = await parsed(`shopify-${target}.zip`);
    expect(config.envVariables.map((v) => [v.key, v.value, v.isSecured])).toEqual([
      ['SHOPIFY_SUBDOMAIN', '', false],
      ['SHOPIFY_ACCESS_TOKEN', '', true],
      ['SHOPIFY_CLIENT_ID', '', false],
      ['SHOPIFY_CLIENT_SECRET', '', true],
    ]);
  });
});

test('nothing in a build looks like a token or names this machine', () => {
  for (const file of result.files ?? []) {
    const text = file.bytes.toString('latin1');
    const decoded = text.replace(/%[0-9A-F]{2}/g, (escape) => decodeURIComponent(escape.replace(/%[89A-F]./, '%20')));
    expect(decoded).not.toMatch(/shp(?:at|ss|ca|pa|ua)_[0-9a-f]{8}/i);
    expect(decoded).not.toMatch(/\bBearer [A-Za-z0-9._-]{12}/);
    expect(decoded).not.toMatch(/-----BEGIN|\beyJ[A-Za-z0-9_-]{10}/);
    expect(text).not.toContain(PROJECT);
    expect(text).not.toContain(process.env['HOME'] ?? '\0');
  }
});
