import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { parse } from 'yaml';
import { OUT, type Changed } from '../check/said';
import { complete } from './told';

/** A bot that differs in little from one that fits, and what a part of it is once it is complete; `(out)`: it is not there. */
interface Row extends Changed {
  readonly what: string;
  /** Keys with dots between them. */
  readonly path: string;
  readonly is: unknown;
}

describe.each(['action', 'bot', 'answer'])('%s', (name) => {
  const text = readFileSync(join(__dirname, 'tables', `${name}.yaml`), 'utf8');
  for (const [about, rows] of Object.entries(parse(text) as Readonly<Record<string, readonly Row[]>>))
    describe(about, () => {
      test.each(rows.map((row) => [row.what, row] as const))('%s', (_what, row) => {
        expect(complete(row, row.path) ?? (row.is === null ? null : OUT)).toEqual(row.is);
      });
    });
});

const grant = { path: '/token', id: 'ID', secret: 'SECRET' };
const keys = ['A', 'ID', 'SECRET', 'FREE', 'SHOP'];

test.each<[what: string, credentials: object, left: readonly string[]]>([
  [
    'of another mode',
    { mode: 'accessToken', accessToken: { variable: 'A' }, clientCredentials: grant },
    ['ID', 'SECRET'],
  ],
  ['of a token', { mode: 'clientCredentials', accessToken: { variable: 'A' }, clientCredentials: grant }, ['A']],
  ['of none of two', { accessToken: { variable: 'A' }, clientCredentials: grant }, []],
  ['of no mode', { mode: 'none' }, []],
  [
    'of a token beside a profile',
    {
      mode: 'oauthProfile',
      oauthProfile: { name: 'P' },
      accessToken: { variable: 'A' },
      clientCredentials: { ...grant, refreshToken: 'FREE' },
    },
    ['A'],
  ],
])('the variables %s are left out', (_what, credentials, left) => {
  const variables = Object.fromEntries(keys.map((key) => [key, { hint: 'One.' }]));
  const found = complete({ bot: { variables, credentials } }, 'variables') as readonly { readonly key: string }[];
  expect(found.map(({ key }) => key)).toEqual(keys.filter((key) => !left.includes(key)));
  expect(found).toContainEqual({ key: 'SHOP', hint: 'One.', value: '', secret: false });
});
