import { afterEach, expect, it, vi } from 'vitest';
import { createApi } from '../../deploy/api';
import type { DeploySettings } from '../../deploy/settings';
import { failureOf } from './attempt';
import { quickly } from './scripted-server';

afterEach(() => vi.unstubAllGlobals());

const settings = {
  admin: { clientId: 'cs-1', clientSecret: 'a secret of the app' },
  assumptions: { tokenClaims: 'documented' },
} as unknown as DeploySettings;

/** The calls, with a platform that answers each of them with this. */
function answering(answer: unknown) {
  vi.stubGlobal('fetch', () => Promise.resolve(new Response(JSON.stringify(answer))));
  return createApi(settings, quickly('https://x.example'));
}

it.each(['../../x', 'a/b', 'a b', 'a?b', '', 7, null, ['r-1'], 'x'.repeat(201)])(
  '%j is no id of a request',
  async (id) => {
    const api = answering({ _id: id, fileId: id });
    expect(await failureOf(api.importInto('st-1', {}))).toMatchObject({ code: 'bad-answer' });
    expect(await failureOf(api.importNew({}))).toMatchObject({ code: 'unknown-outcome' });
    expect(
      await failureOf(api.uploadFile({ name: 'a', extension: 'zip', bytes: Buffer.from('') }, 'st-1')),
    ).toMatchObject({
      code: 'bad-answer',
    });
  },
);

it('an id of letters, digits and plain signs is one', async () => {
  expect(await answering({ _id: 'r-1.a_B' }).importInto('st-1', {})).toBe('r-1.a_B');
});

it.each([
  [true, true],
  ['true', false],
  [1, false],
  [undefined, false],
])('that there are more bots is said by true alone: %j', async (more, is) => {
  expect(await answering({ bots: [], availableMore: more }).botPage(0)).toEqual({ bots: [], more: is });
});
