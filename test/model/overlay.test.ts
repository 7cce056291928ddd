import { describe, expect, test } from 'vitest';
import { overlaidPlace, overlay, translatableTexts, dataAt } from '../../generator/model/overlay';
import { isTranslatable } from '../../generator/model/translatable';
import { parseYaml, type YamlFile } from '../../generator/source/yaml';

test('a translation replaces texts and nothing else', () => {
  const spec = {
    title: 'Order',
    inputs: { order: { type: 'id', prompt: 'Which?', retries: 2 } },
    reply: { found: { rows: [{ label: 'Total' }, { label: 'Date' }] } },
  };
  const translation = {
    title: 'Pedido',
    inputs: { order: { prompt: '¿Cuál?', retries: 'many' }, other: { prompt: 'x' } },
    reply: { found: { rows: [{ label: 'Importe' }] } },
    more: 'x',
  };
  const before = structuredClone(spec);
  expect(overlay(spec, translation)).toEqual({
    title: 'Pedido',
    inputs: { order: { type: 'id', prompt: '¿Cuál?', retries: 2 } },
    reply: { found: { rows: [{ label: 'Importe' }, { label: 'Date' }] } },
  });
  expect(spec).toEqual(before);
});

test('a list of texts is replaced whole: a language has its own number of utterances', () => {
  expect(overlay({ utterances: ['a', 'b', 'c'] }, { utterances: ['x'] })).toEqual({ utterances: ['x'] });
  expect(overlay({ rows: [{ label: 'a' }] }, { rows: ['x'] })).toEqual({ rows: [{ label: 'a' }] });
});

test.each([undefined, null, 5, 'text', []])('a translation %j of a map changes nothing', (translation) => {
  expect(overlay({ a: 'b' }, translation)).toEqual({ a: 'b' });
});

test('keys that every object has are no translation', () => {
  expect(overlay({ constructor: 'a', toString: 'b' }, {})).toEqual({ constructor: 'a', toString: 'b' });
});

describe('a text that can be translated is', () => {
  test.each([
    [['title'], true],
    [['inputs', 'order', 'prompt'], true],
    [['inputs', 'order', 'type'], false],
    [['inputs', 'size', 'choices', 0, 'value'], false],
    [['inputs', 'size', 'choices', 0, 'title'], true],
    [['request', 'variables', 'title'], false],
    [['response', 'fields', 'title'], false],
    [['reply', 'empty'], true],
    [['reply', 'found', 'rows', 0, 'value'], true],
    [['reply', 'found', 'item', 'buttons', 0, 'with', 'title'], false],
    [['replies', 'invalid'], true],
    [['next', 'more'], true],
    [['next', 'buttons', 0, 'url'], false],
    [['name'], true],
    [['titel'], false],
    [['constructor'], false],
    [['words', 'payment', 'PAID'], true],
    [['service', 'host'], false],
    [['credentials', 'userProfile', 'name'], false],
    [['variables', 'HOST', 'value'], false],
  ])('%j: %j', (path, expected) => {
    expect(isTranslatable(path)).toBe(expected);
  });

  test('found with its path, utterances as one', () => {
    const spec = { title: 'a', utterances: ['b', 'c'], request: { graphql: 'd' }, reply: { empty: 'e' } };
    expect([...translatableTexts(spec)]).toEqual([['title'], ['utterances'], ['reply', 'empty']]);
  });
});

test('a value is found by its own keys only', () => {
  expect(dataAt({ a: [{ b: 1 }] }, ['a', 0, 'b'])).toBe(1);
  expect(dataAt({ a: 'text' }, ['a', 'length'])).toBeUndefined();
  expect(dataAt({}, ['constructor'])).toBeUndefined();
});

test('a place is in the translation where it has the text, in the spec elsewhere', () => {
  const file = (path: string, text: string): YamlFile => {
    const parsed = parseYaml(path, text, () => expect.unreachable());
    if (!parsed) throw new Error(path);
    return parsed;
  };
  const spec = file('a.yaml', 'title: Order\ndescription: An order\n');
  const locale = file('es.yaml', 'actions:\n  a:\n    title: Pedido\n');
  const place = overlaidPlace(spec, locale, ['actions', 'a']);
  expect(place(['title'])).toEqual({ file: locale, path: ['actions', 'a', 'title'] });
  expect(place(['description'])).toEqual({ file: spec, path: ['description'] });
});
