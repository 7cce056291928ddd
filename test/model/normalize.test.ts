import { describe, expect, test } from 'vitest';
import { collect } from '../../generator/diagnostics/diagnostic';
import type { Phrase } from '../../generator/model/model';
import { normalize } from '../../generator/model/normalize';
import { readWritten } from '../../generator/read';
import type { SpecFolder } from '../../generator/source/read';
import { botOf, edited, specsOf } from '../build/specs';

const parcels = specsOf('parcels');
const bot = botOf(parcels);
const action = (id: string, of = bot) => {
  const found = of.actions.find((a) => a.id === id);
  if (!found) throw new Error(`no action ${id}`);
  return found;
};
const input = (id: string, name: string, of = bot) => action(id, of).inputs.find((i) => i.name === name);
const says = (phrase: Phrase | undefined) =>
  phrase?.text.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join('');

describe('what is not written gets a default:', () => {
  test('an input', () => {
    const town = input('find-points', 'town');
    expect(town).toMatchObject({ type: 'text', retries: 5, choices: [], example: 'Bath' });
    expect(says(town?.label)).toBe('town');
    expect(says(town?.reprompt)).toContain('${label}');
    expect(says(town?.giveUp)).toContain('I stop here');
    expect(town && 'pattern' in town).toBe(false);
  });

  test('the label of an input whose name has several words', () => {
    const folder = edited(parcels, 'book-pickup.yaml', (t) => t.replaceAll('pieces', 'numberOfPieces'));
    expect(says(input('book-pickup', 'numberOfPieces', botOf(folder))?.label)).toBe('number of pieces');
  });

  test('a choice that is a text alone', () => {
    expect(input('find-points', 'size')?.choices).toEqual([
      { value: 'small', title: 'small', synonyms: [] },
      { value: 'L', title: 'large', synonyms: ['big', 'huge'] },
    ]);
  });

  test('the reply to an input that cannot be used, and the text above the next buttons', () => {
    expect(action('find-points').needsInput).toMatchObject({ look: 'text', buttons: [] });
    expect(says(action('find-points').next?.text)).toBe('What would you like to do next?');
    expect(action('book-pickup').next).toBeUndefined();
  });

  test('the method of a request', () => {
    expect([action('find-points').request, action('book-pickup').request]).toMatchObject([
      { kind: 'rest', method: 'GET' },
      { kind: 'rest', method: 'POST' },
    ]);
  });

  test('language, audience, credentials and time-out of a bot', () => {
    const plain = edited(parcels, 'bot.yaml', (t) =>
      t
        .replace(/audience:.*\n/, '')
        .replace(/ {2}timeout:.*\n/, '')
        .replace(/credentials:\n(?: .*\n)+/, ''),
    );
    const made = botOf(plain);
    expect([made.locales.map((s) => s.language), made.audience, made.credentials, made.service.timeout]).toEqual([
      ['en'],
      'staff',
      { mode: 'none' },
      20,
    ]);
  });
});

test('identity is the file’s name, or what id: pins', () => {
  expect(action('find-points').identity).toBe('find-points');
  const pinned = botOf(edited(parcels, 'find-points.yaml', (t) => `id: points\n${t}`));
  expect(action('find-points', pinned).identity).toBe('points');
});

test('only the variables of the chosen credentials mode are kept', () => {
  const shopify = specsOf('shopify');
  const keys = (folder: SpecFolder) => botOf(folder).variables.map((v) => v.key);
  const withMode = (mode: string) => edited(shopify, 'bot.yaml', (t) => t.replace('mode: either', `mode: ${mode}`));
  const client = ['SHOPIFY_CLIENT_ID', 'SHOPIFY_CLIENT_SECRET'];
  expect(keys(shopify)).toEqual(['SHOPIFY_SUBDOMAIN', 'SHOPIFY_ACCESS_TOKEN', ...client]);
  expect(keys(withMode('accessToken'))).toEqual(['SHOPIFY_SUBDOMAIN', 'SHOPIFY_ACCESS_TOKEN']);
  expect(keys(withMode('oauthProfile'))).toEqual(['SHOPIFY_SUBDOMAIN', ...client]);
  expect(keys(withMode('clientCredentials'))).toEqual(['SHOPIFY_SUBDOMAIN', ...client]);
  expect(keys(withMode('integration'))).toEqual(['SHOPIFY_SUBDOMAIN']);
});

test('what is said of credentials without a mode is what there is', () => {
  const parcels = specsOf('parcels');
  const mode = (blocks: string) =>
    botOf(edited(parcels, 'bot.yaml', (t) => t.replace(/^credentials:\n( .*\n)+/m, `credentials:\n${blocks}`)))
      .credentials;
  const own = '  accessToken: { variable: PARCELS_TOKEN }\n';
  const client = '  clientCredentials: { path: /token, id: PARCELS_ID, secret: PARCELS_TOKEN }\n';
  expect(mode(own)).toMatchObject({ mode: 'accessToken', header: 'Authorization' });
  expect(mode(client)).toMatchObject({ mode: 'clientCredentials', path: '/token' });
  expect(mode(own + client)).toMatchObject({ mode: 'either', variable: 'PARCELS_TOKEN', id: 'PARCELS_ID' });
  expect(mode('  prefix: "Bearer "\n')).toEqual({ mode: 'none' });
  expect(mode(`  mode: oauthProfile\n  oauthProfile: { name: parcels }\n${own}`)).toEqual({
    mode: 'none',
    lacks: 'clientCredentials',
  });
});

test('the API version stands in path and schema', () => {
  const { graphql } = botOf(specsOf('shopify')).service;
  expect(graphql?.path).toBe(`/admin/api/${graphql?.version}/graphql.json`);
  expect(graphql?.schema).toContain(String(graphql?.version));
});

describe('a translation', () => {
  const es =
    'bot:\n  name: Paquetes\nactions:\n  find-points:\n    title: Buscar puntos\n    utterances: [buscar un punto]\n';
  const folder: SpecFolder = {
    ...parcels,
    yaml: [...parcels.yaml, { name: 'locales/es.yaml', path: 'specs/parcels/locales/es.yaml', text: es }],
  };

  test('makes a second language with the same structure', () => {
    const { locales: locales } = botOf(folder);
    expect(locales.map((s) => s.language)).toEqual(['en', 'es']);
    expect(locales.map((s) => says(s.texts.name))).toEqual(['Parcel Assistant', 'Paquetes']);
    expect(locales.map((s) => s.actions.map((a) => a.id))).toEqual([
      locales[0].actions.map((a) => a.id),
      locales[0].actions.map((a) => a.id),
    ]);
    expect(locales[1]?.actions.map((a) => says(a.title))).toEqual(['Book a pickup', 'Buscar puntos']);
    expect(locales[1]?.actions[1]?.utterances).toHaveLength(1);
  });

  test('is where its own problems are shown, and shows no other’s twice', () => {
    const broken = edited(
      edited(folder, 'locales/es.yaml', (t) => t.replace('puntos', '${')),
      'book-pickup.yaml',
      (t) => t.replace('On which day?', 'On which ${'),
    );
    const { report, diagnostics } = collect();
    const written = readWritten(broken, report);
    if (!written) throw new Error('cannot be read');
    normalize(written, report);
    expect(diagnostics.map((d) => [d.code, d.place.path, d.place.text.slice(d.place.start, d.place.end)])).toEqual([
      ['placeholder-syntax', 'specs/parcels/book-pickup.yaml', '${'],
      ['placeholder-syntax', 'specs/parcels/locales/es.yaml', '${'],
    ]);
  });
});

test('normalizing changes nothing of what was written', () => {
  const { report } = collect();
  const written = readWritten(parcels, report);
  const before = JSON.stringify(written?.actions.map((a) => a.data));
  if (written) normalize(written, report);
  expect(JSON.stringify(written?.actions.map((a) => a.data))).toBe(before);
});
