import { describe, expect, test } from 'vitest';
import { sample } from '../../generator/catalogue/transcripts';
import { type Lines, page, SHOPPER, STEPS, WRITES } from './small-page';

const catalogue = (lines: Lines = {}, bot: Lines = {}, files: Lines = {}) => page('CATALOGUE', lines, bot, files);

const OWNED = { response: '{ owner: mail, fields: { id: id } }' };

describe('the page of an action', () => {
  test.each([
    ['no inputs', {}, {}, '### How it answers', '### What it asks for'],
    ['inputs', { inputs: '{ a: { prompt: A?, example: e } }' }, {}, '| `a` | text | A? | `e` |', undefined],
    [
      'an input of the session',
      { inputs: '{ a: { value: "${session.x}" } }' },
      {},
      'not asked: from the session value `x` |  |',
      undefined,
    ],
    [
      'an input of a variable',
      { inputs: '{ a: { value: "${env.X}" } }' },
      {},
      'not asked: from the variable `X`',
      undefined,
    ],
    ['choices', { inputs: '{ a: { type: choice, prompt: A?, choices: [x, y] } }' }, {}, '| x, y |', undefined],
    [
      'notes',
      {
        inputs:
          '{ k: { type: boolean, prompt: K? }, a: { type: number, prompt: A?, many: true, least: 1, most: 5, when: { k: ["true", "false"] } } }',
      },
      {},
      'number (several; 1 or more; 5 or less; only when k is true or false)',
      'skipped',
    ],
    ['defaults', { inputs: '{ a: { default: 5 } }' }, {}, 'text (never asked; else 5)', undefined],
    ['open ones', { inputs: '{ a: { prompt: A?, optional: true } }' }, {}, 'text (may be skipped)', undefined],
    ['scopes', { scopes: '[a, b]' }, {}, '| Scopes | `a`, `b` |', undefined],
    ['no scopes', {}, {}, '| Scopes | none |', 'points requested'],
    ['look-ups', { steps: STEPS }, {}, '| Looks up person | `GET /p` |', undefined],
    [
      'look-ups with a choice',
      { steps: STEPS.replace('none: None.', 'none: None., choose: { prompt: Which?, title: "${id}" }') },
      {},
      '`GET /p`, and asks which one is meant',
      undefined,
    ],
    ['everybody', {}, SHOPPER, '| Who may see it | everybody |', undefined],
    ['a person', OWNED, SHOPPER, 'only the signed-in person it belongs to', undefined],
    ['staff', OWNED, {}, 'personal: staff only', undefined],
    ['found', {}, {}, '| `found` | Here. |', '`done`'],
    ['done', { ...WRITES, reply: '{ done: Done. }' }, {}, '| `done` | Done. |', '`found`'],
    ['writes', WRITES, {}, '| `unsure` |', undefined],
    ['reads', {}, {}, '| `refused` |', '`unsure`'],
    ['GraphQL that reads', { request: "{ graphql: 'query Q { a }' }" }, {}, '### The query', '`refused`'],
    ['REST', {}, {}, '| Request | `GET /things` |', '### The query'],
    [
      'a query without a schema',
      { request: "{ graphql: 'query Q { a }' }" },
      {},
      '| Request | `GraphQL query` |',
      undefined,
    ],
    [
      'a mutation',
      { request: "{ graphql: 'mutation M { a }' }", confirm: '{ ask: Sure? }' },
      {},
      '| Request | `GraphQL mutation` |',
      undefined,
    ],
    ['nobody to ask', {}, {}, '`empty`', '`needs-input`'],
    ['somebody to ask', { inputs: '{ a: { prompt: A? } }' }, {}, '`needs-input`', undefined],
    ['nobody to sign in', {}, {}, '`empty`', '`sign-in`'],
    ['somebody to sign in', OWNED, SHOPPER, '| `sign-in` | Sign in. |', undefined],
    [
      'outcomes of its own',
      { outcomes: '{ gone: { status: 410 }, empty: { status: 404 } }', reply: '{ found: F, empty: E, gone: Gone. }' },
      {},
      '| `gone` | Gone. |',
      undefined,
    ],
    ['own words', { reply: '{ found: F, empty: E, throttled: Slow. }' }, {}, '| `throttled` | Slow. |', 'Busy.'],
    ['shared words', {}, {}, '| `throttled` | Busy. |', undefined],
  ] satisfies readonly (readonly [string, Lines, Lines, string, string | undefined])[])(
    'tells of %s',
    (_, lines, bot, text, not) => {
      const made = catalogue(lines, bot);
      expect(made).toContain(text);
      if (not !== undefined) expect(made).not.toContain(not);
    },
  );

  test('has what is only like it', () => {
    const near = '{ near: { at: w, input: a, words: [n] }, fields: { things: { each: i, fields: { n: n } } } }';
    const lines = { inputs: '{ a: { prompt: A? } }', response: near, reply: '{ found: F, near: Nearly., empty: E }' };
    expect(catalogue(lines)).toContain('| `near` | Nearly. |');
    expect(catalogue()).not.toContain('`near`');
  });

  test.each([
    ['a text with buttons', '{ text: Hi., buttons: [{ title: B, action: get-it }] }', 'Hi. – buttons: B'],
    [
      'rows',
      '{ look: details, title: T, rows: [{ label: A, value: "1" }, { label: B, value: "2" }] }',
      'T – shows: A, B',
    ],
    [
      'things',
      '{ look: list, text: L, each: things, item: { title: N, text: [x, y], buttons: [{ title: B, action: get-it }] } }',
      'L – for each: N, x, y – buttons: B',
    ],
    [
      'columns',
      '{ look: table, each: things, columns: [{ title: A, value: "1" }, { title: B, value: "2" }] }',
      '– for each: A, B',
    ],
  ])('says what is shown: %s', (_, found, wanted) => {
    const response = '{ fields: { things: { each: ., fields: { n: n } } } }';
    expect(catalogue({ response, reply: `{ found: ${found}, empty: E }` })).toContain(`| \`found\` | ${wanted} |`);
  });

  test('has its conversation where there is one', () => {
    const chat = '== one\n@env X=y\nuser: hi\n== two\n# c\nuser: hi\n\n\n\nbot: ho\n';
    expect(catalogue({}, {}, { 'get-it.chat': chat })).toContain(
      '### A conversation\n\n```text\nuser: hi\n\nbot: ho\n```',
    );
    expect(catalogue()).not.toContain('### A conversation');
    expect(catalogue({}, {}, { 'get-it.chat': 'user: hi' })).not.toContain('### A conversation');
    expect(sample('bot: ho')).toBeUndefined();
  });
});

describe('the flow of an action', () => {
  test.each([
    ['its title', {}, {}, '([\"Get it\"])'],
    ['a question', { inputs: '{ a: { prompt: A?, retries: 2 } }' }, {}, ' -->|not understood 2 times| '],
    ['what is said', {}, {}, '["say found"]'],
    ['a call', {}, {}, '["send the request, decide the outcome"]'],
    ['a look-up', { steps: STEPS }, {}, '["person: send the request, decide the outcome"]'],
    ['a confirmation', WRITES, {}, '{"ask before it is sent"}'],
    ['an answer to it', WRITES, {}, '-->|yes| '],
    ['an outcome', {}, {}, '-->|found| '],
    ['a person', { inputs: '{ a: { prompt: A? } }' }, { more: 'agent: true' }, '["hand over to a person"]'],
    ['its end', {}, {}, ' --> done'],
  ] satisfies readonly (readonly [string, Lines, Lines, string])[])('shows %s', (_, lines, bot, text) => {
    expect(catalogue(lines, bot)).toContain(text);
    expect(catalogue()).not.toContain('not understood');
  });
});

describe('the catalogue', () => {
  test('has small talk where there is some', () => {
    const more = 'answers: { thanks: { title: T, description: D., utterances: [a, b, c, d], text: Welcome. } }';
    expect(catalogue({}, { more })).toContain('| a · b · c | Welcome. |');
    expect(catalogue()).not.toContain('## Small talk');
  });

  test.each([
    ['', undefined],
    [
      'agent: true',
      '“talk to a person”; the fallback has a button that leads there; an action hands over when the retries for an input are used up. The bot says first',
    ],
    ['agent: { fallback: false }', '“talk to a person”; an action hands over'],
    ['agent: { giveUp: false }', 'leads there. The bot says first'],
  ])('says when it hands over: %s', (more, wanted) => {
    if (wanted === undefined) expect(catalogue({}, { more })).not.toContain('hands the conversation over');
    else expect(catalogue({}, { more })).toContain(wanted);
  });
});
