import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { TARGETS, type Target } from '../../kore/format';
import { botOf, built, specsOf } from '../build/specs';
import { json, readable } from './readable';

/**
 * One action as it is built, kept to be looked at: when a change of specs, templates or compiler changes it, look at
 * the difference and accept it with `npx vitest run test/golden -u`, in the same commit.
 */
const folder = join(__dirname, 'get-order-details');
const bot = botOf(specsOf('shopify'));

function goldens(target: Target) {
  const action = built(bot, target, 'get-order-details').definition;
  const { definition, config } = built(bot, target);
  const { botEvents, defaultDialogId, localeData, supportedLanguages } = definition;
  const components = action.dialogComponents.map(readable);
  return {
    files: {
      'dialog.json': action.dialogs,
      'components.json': components.map((c) => c.rest),
      'sentences.json': action.sentences,
      'bot.json': { supportedLanguages, localeData, defaultDialogId, botEvents },
      'config.json': config,
    },
    texts: components.flatMap((c) => c.texts),
  };
}

test.each(TARGETS.flatMap((target) => Object.entries(goldens(target).files).map(([name, file]) => [target, name, file])))(
  '%s/%s is as it was looked at',
  async (target, name, file) => {
    await expect(json(file)).toMatchFileSnapshot(join(folder, target as string, name as string));
  },
);

describe('the texts of components', () => {
  const { texts } = goldens('xo10');

  test.each(texts.map((file) => [file.path, file.text] as const))('%s is as it was looked at', async (path, text) => {
    await expect(text).toMatchFileSnapshot(join(folder, 'texts', path));
  });

  test('are the same for both targets', () => {
    const byPath = (files: typeof texts) => Object.fromEntries(files.map((f) => [f.path, f.text]));
    expect(byPath(goldens('xo11').texts)).toEqual(byPath(texts));
  });

  test('have no golden left from what is no longer built', () => {
    const kept = new Set(texts.map((file) => file.path));
    expect(readdirSync(join(folder, 'texts')).filter((name) => !kept.has(name))).toEqual([]);
  });
});
