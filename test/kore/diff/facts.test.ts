import { describe, expect, it } from 'vitest';
import { componentFacts } from '../../../kore/diff/component-facts';
import { type ComparedFacts } from '../../../kore/diff/facts';
import { leaves } from '../../../kore/diff/leaves';
import { isNoise, memberName } from '../../../kore/diff/noise';
import { comparedRequest } from '../../../kore/diff/request-facts';
import type { Component } from '../../../kore/format';

const told = (facts: ComparedFacts) =>
  Object.fromEntries(
    [...facts].map(([name, { as, text, same }]) => [name, `${as} ${text}${same === undefined ? '' : ` = ${same}`}`]),
  );

describe('the facts of a component', () => {
  const facts = (more: object) => {
    const { name, ...rest } = told(
      componentFacts({ refId: 'r', type: 'message', name: 'N', ...more } as unknown as Component),
    );
    expect(name).toBe('value N = N');
    return rest;
  };
  const message = (channel: string, text: string, type = 'basic') => ({ channel, localeData: { en: { text, type } } });

  it.each<[more: object, expected: Readonly<Record<string, string>>]>([
    [{}, {}],
    [
      { script: '', preProcessor: 'a%20b', postProcessor: 'c' },
      { 'script before the call': 'lines a b', 'script after the call': 'lines c' },
    ],
    [{ script: 'x' }, { script: 'lines x' }],
    [{ message: [message('default', 'a')] }, { 'message (en)': 'words a' }],
    [{ type: 'entity', message: [message('default', 'a')] }, { 'prompt (en)': 'words a' }],
    [{ type: 'entity', errorMessage: [message('default', 'a')] }, { 'reprompt (en)': 'words a' }],
    [
      { message: [message('default', 'a'), message('rtm', 'b', 'uxmap'), message('rtm', 'c')] },
      { 'message (en)': 'words a', 'message (rtm, en)': 'script b', 'message 2 (rtm, en)': 'words c' },
    ],
    [{ entityType: 'regex' }, { 'entity type': 'value regex' }],
    [{ regexPattern: '' }, { pattern: 'value ' }],
    [
      { localeData: { en: { title: 'T', other: '', flag: true } } },
      { 'title (en)': 'words T', 'flag (en)': 'value true' },
    ],
    [{ localeData: { en: { allowedValues: '' } } }, {}],
    [{ localeData: { en: { allowedValues: { values: 'odd' } } } }, { 'values (en).values': 'value odd' }],
    [{ localeData: { en: { others: { values: ['a'] } } } }, { 'others (en).values': 'value a = a' }],
    [
      {
        localeData: {
          en: {
            allowedValues: {
              values: [
                { title: 'A', value: 'a', synonyms: ['x', 'y'] },
                { title: 'B', value: 2, synonyms: [] },
                { title: 'C', synonyms: 'x' },
                null,
              ],
            },
          },
        },
      },
      { 'values (en)': 'lines A = a (x, y)\nB = 2\nC = ""\n"" = ""' },
    ],
    [{ isHidden: true, _id: 'x' }, { isHidden: 'value true' }],
  ])('%j', (more, expected) => expect(facts(more)).toEqual(expected));
});

describe('leaves', () => {
  const of = (value: unknown, options?: { hidden: boolean }) => told(leaves(value, '', options));
  it.each<[value: unknown, expected: Readonly<Record<string, string>>]>([
    [{ a: null, b: false, c: '', d: undefined, e: [], f: {} }, {}],
    [
      { a: 0, b: true, c: 'x' },
      { a: 'value 0', b: 'value true', c: 'value x' },
    ],
    [{ a: ['y', 'x', 3] }, { a: 'value y, x, 3 = 3, x, y' }],
    [{ a: [null, { b: 1 }, ['c', ['d']]] }, { 'a[1].b': 'value 1', 'a[2]': 'value c = c', 'a[2][1]': 'value d = d' }],
    [
      {
        a: [
          { key: 'k', b: 1 },
          { key: 'k', b: 2 },
        ],
      },
      { 'a[k].key': 'value k', 'a[k].b': 'value 1', 'a[k].key #2': 'value k', 'a[k].b #2': 'value 2' },
    ],
    [
      { password: 'x', deep: { apiKey: ['y'], secret: { z: 1 } } },
      { password: 'secret x', 'deep.apiKey': 'secret y = y', 'deep.secret.z': 'secret 1' },
    ],
    [
      { 'X-Api-Key': 'x', Authorization: 'y', 'x-functions-key': 'z' },
      { 'X-Api-Key': 'secret x', Authorization: 'secret y', 'x-functions-key': 'secret z' },
    ],
    [
      { name: 'Shop0001', a: { name: 'B0002' }, surname: 'C0003' },
      { name: 'value Shop0001 = Shop', 'a.name': 'value B0002 = B', surname: 'value C0003' },
    ],
  ])('of %j', (value, expected) => expect(of(value)).toEqual(expected));

  it('are all secret where the whole is', () =>
    expect(of({ a: 1, b: ['c'] }, { hidden: true })).toEqual({ a: 'secret 1', b: 'secret c = c' }));

  it('have paths of 300 characters at most', () => {
    const [just, more] = ['k'.repeat(300), 'k'.repeat(301)];
    expect(Object.keys(of({ [just]: 1 }))).toEqual([just]);
    expect(Object.keys(of({ [more]: 1 }))).toEqual([`${just}…`]);
  });
});

describe('what says nothing', () => {
  it.each<[key: string, value: unknown, noise: boolean]>([
    ['_id', 'x', true],
    ['lastModifiedBy', 'x', true],
    ['state', 'Published', true],
    ['status', 'in progress', true],
    ['state', 'sad', false],
    ['state', ['published'], false],
    ['other', 'published', false],
    ['nodeIds', 'x', false],
  ])('%s: %j is noise: %s', (key, value, noise) => expect(isNoise(key, value)).toBe(noise));

  it.each<[member: Readonly<Record<string, unknown>>, name: string | undefined]>([
    [{ refId: null, key: 'k' }, 'k'],
    [{ refId: {}, key: [] }, undefined],
    [{ key: 5 }, '5'],
    [{ name: 'Shop0001', language: 'en' }, 'Shop, en'],
    [{ language: 'en' }, 'en'],
    [{ title: 't', channel: '' }, ''],
  ])('%j is called %j', (member, name) => expect(memberName(member)).toBe(name));
});

describe('a request', () => {
  it.each([
    ['"abc"', { 'header text': 'value "abc"' }],
    ['5', { 'header text': 'value 5' }],
    ['{"A":1}', { 'header A': 'value 1' }],
  ])('with the headers %s', (value, expected) =>
    expect(told(comparedRequest({ headers: { value } } as unknown as Component))).toEqual(expected),
  );
});
