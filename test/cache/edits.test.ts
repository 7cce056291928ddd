import { describe, expect, test } from 'vitest';
import { noCache, type Cache } from '../../generator/cache/cache';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { forgetful } from '../../generator/engine/engine';
import { sha256Of } from '../../generator/package/digest';
import { collected } from '../../generator/package/output';
import { inProcess } from '../../generator/package/packer';
import { pipeline } from '../../generator/pipeline';
import type { SpecFolder } from '../../generator/source/read';
import { edited, specsOf, templates } from '../build/specs';
import { memoryCache } from './memory-cache';

/** What a build comes to: what is said, with its places, and the digest of each file. */
async function built(folder: SpecFolder, cache: Cache = noCache) {
  const { diagnostics, files } = pipeline(templates, forgetful, inProcess, cache)(folder);
  const said = inOrder(diagnostics).map(({ code, severity, message, place: { path, start, end } }) =>
    [severity, code, path, start, end, message].join(' '),
  );
  const made = files && (await collected(files()));
  return { said, files: made?.map(({ path, bytes }) => `${path} ${sha256Of(bytes)}`) };
}

/** Another letter in each of some words of a file, one at a time: in texts, in names, wherever they stand. */
function* changes(folder: SpecFolder, step: number): Generator<readonly [string, SpecFolder]> {
  let n = 0;
  for (const { name, text } of folder.yaml)
    for (const { 0: word, index } of text.matchAll(/(?<=[ "{[])[a-z]{4,}(?=[ ",.!?\]}\n])/g)) {
      n += 1;
      if (n % step !== 0) continue;
      const at = index + 1 + (n % (word.length - 1));
      const letter = text[at] === 'o' ? 'a' : 'o';
      yield [`${name}: ${word} at ${at}`, edited(folder, name, (t) => t.slice(0, at) + letter + t.slice(at + 1))];
    }
}

const without = (folder: SpecFolder, name: string): SpecFolder => ({
  ...folder,
  yaml: folder.yaml.filter((one) => one.name !== name),
});

const withFile = (folder: SpecFolder, name: string, edit: (text: string) => string): SpecFolder => ({
  ...folder,
  bytes: (asked) => {
    const bytes = folder.bytes(asked);
    return bytes && asked === name ? Buffer.from(edit(bytes.toString('utf8'))) : bytes;
  },
});

const shop = specsOf('shopify');
/** More sentences behind those that are there. */
const more =
  (...sentences: readonly string[]) =>
  (text: string) =>
    text.replace(/(\nutterances:\n(?: +- .*\n)+)/, (list) =>
      [list, ...sentences.map((one) => `  - ${one}\n`)].join(''),
    );

const NEVER_MIND = `
answers:
  never-mind:
    title: Never mind
    description: Leaves what was begun, when someone does not want to go on with it.
    leaves: true
    utterances: [never mind, forget it, cancel that, go back please, let us stop, start over, leave it, not now]
    text: Fine.
`;

/** A shop whose dialogs hear what else is said. Without the many sentences of files, among which a few more say nothing. */
const few = edited(
  {
    ...shop,
    yaml: shop.yaml.filter(({ name }) => !/^(?:utterances|locales)\//.test(name)),
  },
  'bot.yaml',
  (text) => `${text}${NEVER_MIND}`,
);
const bookPickup = specsOf('parcels').yaml.find(({ name }) => name === 'book-pickup.yaml');
const pages = specsOf('pages');
const withWrite: SpecFolder = {
  ...pages,
  yaml: [...pages.yaml, ...(bookPickup ? [{ ...bookPickup, path: 'specs/pages/book-pickup.yaml' }] : [])],
};

/** The same words say the same things: only what is asked for is another kind of request. */
const asRead = (text: string): string =>
  text
    .replace('method: POST', 'method: GET')
    .replace('    body:', '    query:')
    .replace(/ +(?:insured|priority): .*\n/g, '')
    .replace(/\nconfirm:\n(?: .*\n)+/, '\n');

/** Edits whose effect reaches farther than one action: what was there, what is there now, and another file that must differ. */
const FAR: readonly (readonly [string, SpecFolder, SpecFolder, string])[] = [
  [
    'sentences with a new word',
    few,
    edited(few, 'get-all-collections.yaml', more('find zebras in the shop', 'have you got zebras here')),
    'get-products-by-name-xo10.zip',
  ],
  [
    'the first sentence of an action that buttons lead to',
    shop,
    edited(shop, 'get-products-by-name.yaml', (text) =>
      text
        .replace('- find products by name\n', '- A\n')
        .replace('- I would like to see some products\n', '- find products by name\n')
        .replace('- A\n', '- I would like to see some products\n'),
    ),
    'get-order-details-xo11.zip',
  ],
  ['a write that is none any more', withWrite, edited(withWrite, 'book-pickup.yaml', asRead), 'list-maps-xo10.zip'],
  [
    'a translation less',
    shop,
    without(shop, shop.yaml.find(({ name }) => name.startsWith('locales/'))?.name ?? ''),
    'get-order-details-xo10.zip',
  ],
  [
    'another transcript',
    shop,
    withFile(shop, 'get-order-details.chat', (text) => text.replaceAll('order', 'parcel')),
    'CATALOGUE.md',
  ],
  ['another chapter', shop, withFile(shop, 'install.md', (text) => `${text}\nMore.\n`), 'INSTALL.md'],
  [
    'a setting of the bot',
    shop,
    edited(shop, 'bot.yaml', (text) => text.replace('timeout: 20', 'timeout: 21')),
    'get-order-details-xo10.zip',
  ],
];

describe('what is built with a cache is what is built without', () => {
  test('cold, warm, and back after an edit', async () => {
    const { cache, found } = memoryCache();
    const wanted = await built(shop);
    expect(wanted.files?.length).toBeGreaterThan(30);
    expect(await built(shop, cache)).toEqual(wanted);
    expect(found.size).toBe(0);
    expect(await built(shop, cache)).toEqual(wanted);
    expect(found.get('action')).toBe(8);
    expect(found.get('spec')).toBe(shop.yaml.length);
    expect(found.get('stretch')).toBeGreaterThan(1);
    const other = edited(shop, 'get-order-details.yaml', (text) =>
      text.replace('description: ', 'description: Really. '),
    );
    expect(await built(other, cache)).not.toEqual(wanted);
    expect(await built(shop, cache)).toEqual(wanted);
  });

  test.each(FAR)('after an edit that reaches far: %s', async (_, before, now, file) => {
    const { cache } = memoryCache();
    const was = await built(before, cache);
    const wanted = await built(now);
    const digestIn = ({ files = [] }: typeof was) => files.find((one) => one.includes(`/${file} `));
    expect(digestIn(wanted)).toBeDefined();
    expect(digestIn(wanted)).not.toBe(digestIn(was));
    expect(await built(now, cache)).toEqual(wanted);
  });

  test.each(['shopify', 'parcels', 'looks', 'pages', 'bookings'])('after edits of single letters: %s', async (id) => {
    const folder = specsOf(id);
    const { cache } = memoryCache();
    await built(folder, cache);
    let sound = 0;
    for (const [what, other] of changes(folder, id === 'shopify' ? 397 : 41)) {
      const [warm, cold] = [await built(other, cache), await built(other)];
      expect(warm, what).toEqual(cold);
      if (warm.files) sound += 1;
    }
    expect(sound).toBeGreaterThan(1);
  });

  test('an edit of one action makes that action alone', async () => {
    const { cache, found, kept } = memoryCache();
    await built(shop, cache);
    const before = kept.get('action') ?? 0;
    await built(
      edited(shop, 'get-order-details.yaml', (text) => text.replace('description: ', 'description: Really. ')),
      cache,
    );
    expect(kept.get('action')).toBe(before + 1);
    expect(found.get('action')).toBe(7);
  });

  test('of specs with errors nothing is kept but what was said of each file by itself', async () => {
    const { cache, kept } = memoryCache();
    await built(
      edited(shop, 'get-order-details.yaml', (text) => text.replace('title:', 'titel:')),
      cache,
    );
    expect([...kept.keys()]).toEqual([]);
  });
});
