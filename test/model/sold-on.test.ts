import { expect, test } from 'vitest';
import { botOf, built, edited, specsOf } from '../build/specs';

/** What an action's script lets through. */
const script = (soldOn: string, name: string) => {
  const bot = botOf(edited(specsOf('shopify'), 'bot.yaml', (text) => `${text}\nsoldOn: ${soldOn}\n`));
  const found = built(bot, 'xo11').definition.dialogComponents.find((component) => component.name === name);
  return decodeURIComponent(String(found?.['script']));
};

test.each(['getProductsByNameAnswer', 'getProductDetailsAnswer', 'getProductVariantsAnswer'])(
  '%s hides what has no page in the online store, unless products are sold anywhere',
  (name) => {
    const page = /onlineStoreUrl\) !== ""/;
    expect(script('onlineStore', name)).toMatch(page);
    expect(script('any', name)).not.toMatch(page);
    expect(script('any', name)).toContain('"ACTIVE"');
  },
);
