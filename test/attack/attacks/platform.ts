import { send, type Call } from '../../../deploy/http';
import { quickly, scriptedServer, type Answer } from '../../deploy/scripted-server';
import { held, type Attack, type Surface } from '../attack';

const SECRET = 'canary-client-secret-0f8e7d6c';
const call = (repeatable: boolean): Call => ({
  step: 'import',
  method: 'POST',
  path: '/x',
  limit: 'st-1',
  token: () => Promise.resolve('token'),
  repeatable,
});

/** What a host that is not the platform, or is ill, may answer. */
const ODD: readonly (readonly [string, Answer])[] = [
  ['no JSON', { body: '<html>login</html>' }],
  ['half of JSON', { body: '{"a":' }],
  ['the secret, sent back', { status: 400, body: `{"errors":[{"msg":"bad ${SECRET}"}]}` }],
  ['the secret in another spelling', { status: 400, body: `{"errors":[{"msg":"bad ${encodeURIComponent(SECRET)}"}]}` }],
  ['a terminal’s orders', { status: 400, body: '{"errors":[{"msg":"\\u001b]0;x\\u0007\\u001b[2J\\u202e"}]}' }],
  ['a redirect to another host', { status: 302, headers: { location: 'https://evil.example/' } }],
  ['a redirect that stays', { status: 307, headers: { location: '/y' } }],
  ['a server error', { status: 500 }],
  ['a cut connection', 'drop'],
  [
    'an answer without an end',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'application/json' });
      const more = () => {
        while (!response.destroyed && response.write('x'.repeat(65_536)));
      };
      response.on('drain', more);
      more();
    },
  ],
];

/** What the platform answers while deploying. */
export const platform: Surface = {
  name: 'answers of the platform',
  open: () => {
    const attacks = ODD.map(([what, answer]): Attack => ({
      what,
      play: async () => {
        const server = await scriptedServer(answer);
        try {
          const options = { ...quickly(server.url), secrets: [SECRET] };
          const failed: unknown = await send(call(false), options).then(
            () => undefined,
            (error: unknown) => error,
          );
          held(failed instanceof Error, () => 'it was taken for an answer');
          const said = `${String(failed)} ${JSON.stringify(failed)}`;
          held(!said.includes(SECRET), () => 'the secret is said');
          held(!/[\u0000-\u0008\u001b\u009b\u202e]/.test(said), () => `a terminal would obey ${JSON.stringify(said)}`);
          held(server.asked.length === 1, () => `what must be done once was asked for ${server.asked.length} times`);
        } finally {
          await server.close();
        }
      },
    }));
    return Promise.resolve({ attacks, close: () => Promise.resolve() });
  },
};
