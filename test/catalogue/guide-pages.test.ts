import { describe, expect, test } from 'vitest';
import { documentsOf } from './documents-of';
import { code, fencedBlock, plain } from '../../generator/catalogue/markdown';
import { actionText, smallBot } from '../compile/small';
import { FETCHED } from '../compile/small-flows';
import { type Lines, page, SHOPPER, STEPS, WRITES } from './small-page';

const guide = (lines: Lines = {}, bot: Lines = {}, files: Lines = {}) => page('INSTALL', lines, bot, files);

describe('the install guide', () => {
  test.each([
    ['no scopes', {}, {}, '`api.example.com`.\n', 'with exactly these scopes'],
    ['scopes', { scopes: '[b, a, b2]' }, {}, '| `a` | Get it |\n| `b` | Get it |', undefined],
    ['one request', {}, {}, '## What you need', 'several requests'],
    ['the steps of a dialog', {}, {}, '| `smallShow` | makes what came from elsewhere harmless', '`getItRead`'],
    [
      'what is asked',
      { inputs: '{ n: { prompt: "Which | one?" } }' },
      {},
      '| `getItN` | asks for it: Which \\| one? | `context.entities.getItN` |',
      'smallToken',
    ],
    ['what is read', { inputs: '{ n: { type: email, prompt: N? } }' }, {}, '| `getItRead` | takes what', 'smallHear'],
    ['a token that is fetched', {}, FETCHED, '| `smallToken` | keeps a token', undefined],
    ['a question before a write', WRITES, {}, '| `getItConfirm` | asks before', undefined],
    ['several requests', { steps: STEPS }, {}, '`GET /p` (looks up person)<br>`GET /things` |', undefined],
    [
      'requests at times',
      {
        inputs: '{ k: { type: boolean, prompt: K? } }',
        steps: STEPS.replace('{ request', '{ when: { k: "true" }, request'),
      },
      {},
      '(looks up person, only when k is true)',
      undefined,
    ],
    ['writes', { ...WRITES, steps: STEPS }, {}, '`POST /x` (writes, and is asked about first) |', undefined],
    [
      'writes unasked',
      { ...WRITES, steps: STEPS, confirm: 'no', because: 'So.' },
      {},
      '(writes, without being asked about)',
      undefined,
    ],
    [
      'mutations',
      { request: "{ graphql: 'mutation M { a }' }", confirm: '{ ask: Sure? }', steps: STEPS },
      {},
      '`GraphQL mutation` (writes',
      undefined,
    ],
    [
      'a host with a variable',
      {},
      { service: 'service: { host: "${env.HOST}.x.example" }' },
      '`<HOST>.x.example`',
      undefined,
    ],
    [
      'variables',
      {},
      { more: 'variables: { A: { hint: H, value: v, pattern: p }, B: { hint: H }, C: { hint: H, secret: true } }' },
      '| `A` | H | comes as `v` | `p` |\n| `B` | H | empty in the zip |  |\n| `C` | H | secured: always empty in the zip |  |',
      undefined,
    ],
    ['staff', {}, {}, 'This build has `audience: staff`', 'audience: shopper`: personal'],
    ['shoppers', {}, SHOPPER, 'This build has `audience: shopper`', undefined],
    [
      'values of the session',
      { inputs: '{ a: { value: "${session.x}" }, b: { value: "${env.Y}" } }' },
      {},
      '| `x` | Get it |',
      undefined,
    ],
    ['no values of the session', { inputs: '{ b: { value: "${env.Y}" } }' }, {}, '## Roll back', 'Session value'],
    [
      'a password',
      {},
      { more: 'credentials: { basic: { variable: PW } }' },
      '`PW` holds a user name and a password',
      undefined,
    ],
    [
      'a token',
      {},
      { more: 'credentials: { header: T, accessToken: { variable: PW } }' },
      '## Roll back',
      'holds a user name',
    ],
    ['no credentials', {}, {}, '## Roll back', 'holds a user name'],
    [
      'no menu',
      {},
      {},
      'Say “Main menu”: it says the same again. Then say “get me the thing”: the dialog Get it answers.',
      undefined,
    ],
    [
      'a menu',
      {},
      { welcome: 'welcome: { text: Hello., utterances: [the menu] }' },
      'Say “the menu”: it says the same again.',
      undefined,
    ],
    [
      'a question',
      { inputs: '{ a: { prompt: A? } }' },
      {},
      'the dialog Get it answers with the question “A?”.',
      undefined,
    ],
    [
      'only marked sentences',
      { utterances: '["get ${a}"]', inputs: '{ a: { prompt: A? } }' },
      {},
      'it says the same again. When it says',
      'Then say',
    ],
    ['nobody to hand over to', {}, {}, 'Start Flow', 'The Automation node has a way for agent transfer'],
    [
      'somebody to hand over to',
      {},
      { more: 'agent: true' },
      'The Automation node has a way for agent transfer',
      undefined,
    ],
    [
      'dialogs',
      {},
      { more: 'agent: true\nanswers: { t: { title: T, description: D., utterances: [a], text: W. } }' },
      'You should now see 6 dialog tasks: Get it, Main menu, T, Talk to a person, and',
      undefined,
    ],
    ['no buttons', {}, {}, '## Import one action', 'Buttons lead on'],
    [
      'buttons to itself',
      { next: '{ buttons: [{ title: B, action: get-it }] }' },
      {},
      '## Import one action',
      'Buttons lead on',
    ],
    [
      'buttons to a person',
      { next: '{ buttons: [{ title: B, agent: true }] }' },
      { more: 'agent: true' },
      '| Get it | a person |',
      undefined,
    ],
  ] satisfies readonly (readonly [string, Lines, Lines, string, string | undefined])[])(
    'tells of %s',
    (_, lines, bot, text, not) => {
      const made = guide(lines, bot);
      expect(made).toContain(text);
      if (not !== undefined) expect(made).not.toContain(not);
    },
  );

  test('prefers an action without inputs', () => {
    const files = {
      'a.yaml': actionText({ utterances: '[ask me]', inputs: '{ a: { prompt: A? } }' }),
      'b.yaml': actionText({ title: 'B', utterances: '[tell me]' }),
    };
    const bot = smallBot(files);
    const text = documentsOf(bot, { bytes: () => undefined })
      .map(({ bytes }) => bytes.toString('utf8'))
      .join('');
    expect(text).toContain('Then say “tell me”: the dialog B answers.');
    const other = smallBot({
      ...files,
      'c.yaml': actionText({ title: 'C', next: '{ buttons: [{ title: B, action: b }, { title: X, action: gone }] }' }),
    });
    const install = documentsOf(other, { bytes: () => undefined })[1]?.bytes.toString('utf8') ?? '';
    expect(install).toContain('| C | `b` |');
  });

  test('has a chapter of the service', () => {
    const chapter = { 'install.md': '  Ask for ${scopes} of ${version}, not ${other}.\r\n\r\nThen.  ' };
    expect(guide({ scopes: '[a]' }, {}, chapter)).toContain('Ask for `a` of 1, not ${other}.\n\nThen.');
    expect(guide({}, { service: 'service: { host: h.example }' }, chapter)).toContain('of , not');
    expect(guide({}, {}, { 'install.md': ' ' })).not.toContain('Ask for');
  });
});

test.each([
  [{}, ''],
  [{ 'locales/de.yaml': 'name: Klein' }, '; `batch-test.de.json` does so in the other languages'],
  [
    { 'locales/de.yaml': 'name: Klein', 'locales/fr.yaml': 'name: Petit' },
    '; `batch-test.de.json`, `batch-test.fr.json` do so in the other languages',
  ],
])('the page of tests names the other languages: %#', (more, wanted) => {
  const bot = smallBot({ 'get-it.yaml': actionText(), ...more });
  const tests = documentsOf(bot, { bytes: () => undefined })[2]?.bytes.toString('utf8') ?? '';
  expect(tests).toContain(`with the dialog that each should start${wanted}.`);
});

describe('Markdown', () => {
  test.each([
    ['a', '`a`'],
    ['a`b', '``a`b``'],
    ['`a', '`` `a ``'],
    ['a``', '``` a`` ```'],
    ['a|b', '`a\\|b`'],
  ])('has %j as code', (text, wanted) => {
    expect(code(text)).toBe(wanted);
  });

  test.each([
    ['x', '```t\nx\n```'],
    ['a ``` b', '````t\na ``` b\n````'],
    ['a `` b', '```t\na `` b\n```'],
  ])('has %j as a block', (text, wanted) => {
    expect(fencedBlock('t', text)).toBe(wanted);
  });

  test('has text as text', () => {
    expect(plain(' 1. *a*\n- b ')).toBe('1\\. \\*a\\* - b');
    expect(plain('- https://x')).toBe('\\- https\u200b://x');
  });
});
