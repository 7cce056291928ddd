import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readDeploySettings } from '../../../deploy/settings';
import { held, type Attack, type Surface } from '../attack';

/** Hosts to which no signed token may go. */
const HOSTS: readonly string[] = [
  ...['http://platform.kore.ai', 'http://evil.example', 'ftp://platform.kore.ai', 'file:///etc/passwd', 'javascript:x'],
  ...[
    'https://user:pass@platform.kore.ai',
    'https://',
    'platform.kore.ai',
    '//platform.kore.ai',
    'https://a b',
    'data:x',
  ],
  ...['http://127.0.0.1.evil.example', 'http://localhost.evil.example', 'http://3232235777', 'http://0.0.0.0'],
];

/** What `.env` files and flags say about where to deploy. */
export const deploySettings: Surface = {
  name: 'settings of a deployment',
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'attack-'));
    const whole = 'XO_CLIENT_ID=cs-1\nXO_CLIENT_SECRET=secret-of-production\nXO_BOT_ID=st-production\n';
    writeFileSync(
      join(folder, '.env'),
      `${whole}XO_HOST=https://production.example\nXO_BUILDER_CLIENT_ID=cs-2\nXO_BUILDER_CLIENT_SECRET=x\n`,
    );
    const read = (environment: string | undefined, more: Readonly<Record<string, string>> = {}, host?: string) =>
      readDeploySettings({ folder, environment, process: more, host });
    const refused = (act: () => unknown) => {
      try {
        act();
      } catch {
        return true;
      }
      return false;
    };
    const staging = { XO_CLIENT_ID: 'cs-3', XO_CLIENT_SECRET: 'x' };
    writeFileSync(join(folder, '.env.sound'), 'XO_BOT_ID=st-3\n');
    // What is refused below would be taken, were it not for the one thing that is wrong with it.
    held(!refused(() => read(undefined, {}, 'https://platform.kore.ai')), () => 'a sound host is refused');
    held(!refused(() => read('sound', staging)), () => 'a sound environment is refused');
    const attacks: Attack[] = [
      ...HOSTS.map((host) => ({
        what: `the host ${host}`,
        play: () =>
          Promise.resolve(
            held(
              refused(() => read(undefined, {}, host)),
              () => 'it is taken',
            ),
          ),
      })),
      ...['../..', '/etc/passwd', '..', 'a/b', 'x\0', '', '.', 'a\\b'].map((name) => ({
        what: `the environment ${JSON.stringify(name)}`,
        play: () =>
          Promise.resolve(
            held(
              refused(() => read(name, staging)),
              () => 'it is taken',
            ),
          ),
      })),
      ...['', 'XO_BOT_ID=\n', 'XO_BOT_ID=""\nXO_HOST=\n', '# XO_BOT_ID\n'].map((text) => ({
        what: `an environment that says ${JSON.stringify(text)} of its bot`,
        play: () => {
          writeFileSync(join(folder, '.env.staging'), `XO_CLIENT_ID=cs-3\nXO_CLIENT_SECRET=x\n${text}`);
          const { botId, host, builder, admin } = read('staging');
          held(botId === undefined, () => `it deploys to ${botId}`);
          held(!host.includes('production'), () => `it deploys to ${host}`);
          held(builder === undefined && admin.clientId === 'cs-3', () => 'it is somebody else');
          return Promise.resolve();
        },
      })),
      {
        what: 'an environment without a client of its own',
        play: () => {
          writeFileSync(join(folder, '.env.staging'), 'XO_BOT_ID=st-3\n');
          return Promise.resolve(
            held(
              refused(() => read('staging')),
              () => 'it takes that of production',
            ),
          );
        },
      },
    ];
    const close = () => Promise.resolve(rmSync(folder, { recursive: true, force: true }));
    return Promise.resolve({ attacks, close });
  },
};
