import { describe, expect, test } from 'vitest';
import { canvasId, objectIdOf, objectId, refIdOf } from '../../generator/compile/ids';
import { TARGETS } from '../../kore/format';
import { collect } from '../../generator/diagnostics/diagnostic';
import { normalize, type WrittenSpecs } from '../../generator/model/normalize';
import { translatableTexts, dataAt } from '../../generator/model/overlay';
import { readWritten } from '../../generator/read';
import type { Path } from '../../generator/source/yaml';
import { botOf, built, edited, specsOf } from '../build/specs';
import { idsOfBot } from './identities';

test('ids are derived from names alone and have the shapes of real exports', () => {
  expect(refIdOf('shopify/action/x')).toBe(refIdOf('shopify/action/x'));
  expect(refIdOf('shopify/action/x')).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/);
  expect(objectIdOf('dg', 'st-1', refIdOf('x'))).toMatch(
    /^dg-[0-9a-f]{8}-[0-9a-f]{4}-5[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(canvasId('nd-msg', 'x')).toMatch(
    /^nd-msg-[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
  );
  expect(objectId('x')).toMatch(/^[0-9a-f]{24}$/);
});

test('two bots never share an id, even for the same name', () => {
  expect(objectIdOf('dg', 'st-1', refIdOf('x'))).not.toBe(objectIdOf('dg', 'st-2', refIdOf('x')));
});

function writtenOf(id: string): WrittenSpecs {
  const { report } = collect();
  const written = readWritten(specsOf(id), report);
  if (!written) throw new Error(`${id} cannot be read`);
  return written;
}

/** The texts below a path: the path itself, or each one of a list. */
const textPaths = (data: unknown): readonly Path[] =>
  [...translatableTexts(data)].flatMap((path) => {
    const value = dataAt(data, path);
    return Array.isArray(value) ? value.map((_, i) => [...path, i]) : [path];
  });

/** A copy of the data with other words at `path`; placeholders stay. */
function reworded<T>(data: T, path: Path): T {
  const copy = structuredClone(data);
  const holder = dataAt(copy, path.slice(0, -1)) as Record<string | number, string>;
  const key = path.at(-1) ?? '';
  holder[key] = `Other words: ${holder[key] ?? ''}`;
  return copy;
}

describe.each(['shopify', 'parcels'])('an edited text of %s', (id) => {
  const written = { ...writtenOf(id), locales: [] };
  const botWith = (changed: Partial<WrittenSpecs>) => normalize({ ...written, ...changed }, collect().report);

  test('of bot.yaml changes no id', () => {
    const before = idsOfBot(botWith({}), 'xo10');
    for (const path of textPaths(written.bot.data)) {
      const bot = { ...written.bot, data: reworded(written.bot.data, path) };
      expect(idsOfBot(botWith({ bot }), 'xo10'), path.join('.')).toBe(before);
    }
  });

  test.each(written.actions.map((action) => [action.id, action] as const))('of %s changes no id', (_, action) => {
    const before = idsOfBot(botWith({}), 'xo10', action.id);
    const paths = textPaths(action.data);
    expect(paths.length).toBeGreaterThan(10);
    for (const path of paths) {
      const actions = written.actions.map((a) => (a === action ? { ...a, data: reworded(a.data, path) } : a));
      expect(idsOfBot(botWith({ actions }), 'xo10', action.id), path.join('.')).toBe(before);
    }
  });
});

test.each(TARGETS)('all texts and translations edited at once change no id on %s', (target) => {
  const written = writtenOf('shopify');
  const others = <T>(data: T): T => textPaths(data).reduce(reworded, data);
  const other: WrittenSpecs = {
    ...written,
    bot: { ...written.bot, data: others(written.bot.data) },
    actions: written.actions.map((a) => ({ ...a, data: others(a.data) })),
    localeFiles: written.localeFiles.map((l) => ({ ...l, file: { ...l.file, data: others(l.file.data) } })),
  };
  expect(written.localeFiles.length).toBeGreaterThan(0);
  const { report } = collect();
  expect(idsOfBot(normalize(other, report), target)).toBe(idsOfBot(normalize(written, report), target));
});

describe('a renamed file', () => {
  const folder = specsOf('parcels');
  const renamed = {
    ...folder,
    yaml: folder.yaml.map((f) => ({
      ...f,
      name: f.name === 'find-points.yaml' ? 'find-shops.yaml' : f.name,
      text: f.text.replaceAll('action: find-points', 'action: find-shops'),
    })),
  };
  const refIds = (specs: typeof folder, action: string) => {
    const bot = botOf(specs);
    const { dialogs, dialogComponents } = built(bot, 'xo10', action).definition;
    return [...dialogs, ...dialogComponents].map((one) => one.refId).sort();
  };

  test('changes the ids of its own action and of no other', () => {
    const [before, after] = [refIds(folder, 'find-points'), refIds(renamed, 'find-shops')];
    const shared = built(botOf(folder), 'xo10', 'find-points').definition.dialogComponents.filter((c) =>
      /^reply|^parcels/.test(c.name),
    );
    // What bot.yaml says for all actions is no action's own.
    expect(after.filter((id) => before.includes(id))).toEqual(shared.map((c) => c.refId).sort());
    expect(refIds(renamed, 'book-pickup')).toEqual(refIds(folder, 'book-pickup'));
  });

  test('keeps them all when id: pins the old name', () => {
    const pinned = edited(renamed, 'find-shops.yaml', (text) => `id: find-points\n${text}`);
    expect(refIds(pinned, 'find-shops')).toEqual(refIds(folder, 'find-points'));
    const names = built(botOf(pinned), 'xo10').definition.dialogComponents.map((c) => c.name);
    expect(names).toContain('findShopsService');
  });
});

test('an action’s own zip has the same ids as the whole bot', () => {
  const bot = botOf(specsOf('parcels'));
  const ids = (only?: string) =>
    built(bot, 'xo11', only).definition.dialogComponents.map((c) => `${c._id} ${c.refId} ${c.name}`);
  expect(ids()).toEqual(expect.arrayContaining(ids('book-pickup')));
  expect(built(bot, 'xo11').definition._id).toBe(built(bot, 'xo11', 'book-pickup').definition._id);
});
