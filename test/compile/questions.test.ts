import { describe, expect, test } from 'vitest';
import { entityComponent } from '../../generator/compile/components';
import { layoutOf } from '../../generator/compile/bot';
import { profiles } from '../../generator/compile/profiles';
import type { Piece } from '../../generator/compile/plan';
import { oneAction } from './small';

type Lines = Readonly<Record<string, string>>;

describe('a profile', () => {
  const made = (credentials: string) => {
    const [bot] = oneAction({}, { more: credentials === '' ? '' : `credentials: { ${credentials} }` });
    return profiles(bot, layoutOf(bot, 'xo10')).map(({ template, view }) => ({ template, ...view }));
  };
  const OAUTH = 'mode: oauthProfile, header: T, prefix: "P ", oauthProfile: { name: N }, clientCredentials: { ';

  test.each([
    ['is none', '', []],
    [
      'is filled in by each user',
      'mode: userProfile, header: T, prefix: "P ", userProfile: { name: N, checkUrl: u, field: f }',
      [{ template: 'profile-api-key', value: 'P {{f}}', name: 'N' }],
    ],
    [
      'fetches a token',
      `${OAUTH}path: /token, id: ID, secret: S }`,
      [
        {
          template: 'profile-oauth',
          tokenUrl: 'https://api.example.com/token',
          clientId: '{{env.ID}}',
          value: 'P {{access_token}}',
        },
      ],
    ],
    [
      'fetches it elsewhere',
      `${OAUTH}url: "https://login.example/t", id: ID, secret: S }`,
      [{ tokenUrl: 'https://login.example/t' }],
    ],
  ])('%s', (_, credentials, wanted) => {
    expect(made(credentials)).toMatchObject(wanted);
    expect(made(credentials)).toHaveLength(wanted.length);
  });
});

describe('a question', () => {
  const asked = (input: string, bot: Lines = {}, inputName = 'a') => {
    const [made, action] = oneAction({ inputs: `{ ${inputName}: { ${input} } }` }, bot);
    const [first] = action.inputs;
    if (first === undefined) throw new Error('no input');
    const { view } = entityComponent(made, action, first);
    const said = (key: string) =>
      (view[key] as readonly Piece[]).map((one) => {
        const { text } = Object.values(one.view['localeData'] as Readonly<Record<string, Piece>>)[0]?.view ?? {};
        return typeof text === 'string' ? text : 'a script';
      });
    return { ...view, message: said('message'), errorMessage: said('errorMessage') };
  };

  test.each([
    [
      'a text',
      'prompt: "A, as ${example}?", example: e',
      {
        entityType: 'label',
        regexPattern: null,
        choices: null,
        isArray: false,
        message: ['A, as e?'],
        errorMessage: ['I need the a, for example e.'],
      },
    ],
    [
      'a text without an example',
      'prompt: "A${example}?", reprompt: "${label}?"',
      { message: ['A?'], errorMessage: ['a?'] },
    ],
    ['several', 'prompt: A?, many: true', { isArray: true }],
    ['a pattern', 'type: pattern, pattern: x, prompt: A?', { entityType: 'regex', regexPattern: 'x' }],
    [
      'a choice',
      'type: choice, prompt: A?, choices: [x, { value: y, title: Y, synonyms: [z] }]',
      {
        choices: {
          en: {
            values: [
              { title: 'x', value: 'x', synonyms: [] },
              { title: 'Y', value: 'y', synonyms: ['z'] },
            ],
          },
        },
      },
    ],
  ])('asks for %s', (_, input, wanted) => {
    expect(asked(input)).toMatchObject(wanted);
  });

  test('shows how the store writes its numbers', () => {
    expect(
      asked('type: reference, prompt: "A, as ${example}?", example: e', { more: 'references: { a: EN-1 }' }).message,
    ).toEqual(['A, as EN-1?']);
  });

  test('that can be skipped has a button that does', () => {
    expect(asked('prompt: A?, optional: true, skip: None').message).toEqual(['A? You can say: None.', 'a script']);
    expect(asked('prompt: A?, optional: true').message).toEqual(['A?']);
  });

  const LEFT = 'answers: { stop: { title: S, description: D., utterances: [stop it], text: S., leaves: true } }';
  test.each([
    ['how to leave it', LEFT, 'A! Or say “stop it”.'],
    ['nothing where no sentence does', LEFT.replace(', leaves: true', ''), 'A!'],
    ['nothing where the language has no words for it', `${LEFT}\nlanguage: it`, 'A!'],
  ])('says after a wrong answer %s', (_, more, wanted) => {
    expect(asked('prompt: A?, reprompt: A!', { more }).errorMessage).toEqual([wanted]);
  });
});
