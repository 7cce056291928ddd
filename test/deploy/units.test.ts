import { decodeJwt, decodeProtectedHeader } from 'jose';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { ASSUMPTIONS } from '../../deploy/assumptions';
import { cleanExport } from '../../deploy/clean-export';
import { UsageError, scrub } from '../../deploy/errors';
import { signToken } from '../../deploy/jwt';
import { createLimiter } from '../../deploy/limiter';
import { poll } from '../../deploy/poll';
import { readDeploySettings } from '../../deploy/settings';
import { outcomeOf } from '../../deploy/status';
import { readEntries } from '../../kore/zip/entries';

const fakeClock = () => {
  let time = 0;
  return {
    now: () => time,
    sleep: (ms: number) => {
      time += ms;
      return Promise.resolve();
    },
  };
};

describe('the limiter', () => {
  it('keeps every rolling minute and hour inside 60 and 1,800 calls', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(clock);
    const times: number[] = [];
    for (let i = 0; i < 4_000; i += 1) {
      await limiter.take('st-1');
      times.push(clock.now());
    }
    const most = (ms: number) => Math.max(...times.map((t, i) => times.slice(i).filter((u) => u < t + ms).length));
    expect(most(60_000)).toBeLessThanOrEqual(60);
    expect(most(3_600_000)).toBeLessThanOrEqual(1_800);
  });

  it('goes on waiting when it is woken early', async () => {
    const { now, sleep } = fakeClock();
    const limiter = createLimiter({ now, sleep: (ms) => sleep(Math.ceil(ms / 2)) });
    for (let i = 0; i < 51; i += 1) await limiter.take('a');
    expect(now()).toBeGreaterThanOrEqual(60_000);
  });

  it('counts each bot and each request for itself', async () => {
    const clock = fakeClock();
    const limiter = createLimiter(clock);
    for (let i = 0; i < 49; i += 1) await limiter.take('a');
    await limiter.take('b');
    expect(clock.now()).toBe(0);
  });
});

describe('polling', () => {
  it('looks less and less often, and stays far inside the limit', async () => {
    const clock = fakeClock();
    let looks = 0;
    const look = () => Promise.resolve((looks += 1) > 1_000 ? { done: true } : { waiting: 'pending' });
    const waiting = poll('import', look, { clock, pollMs: 2_000, timeoutMs: 3_600_000, say: () => undefined });
    await expect(waiting).rejects.toMatchObject({ failure: { code: 'timeout' } });
    expect(looks).toBeLessThan(260);
  });
});

describe('tokens', () => {
  it('are HS256, name the app as appId, and live five minutes', async () => {
    const token = await signToken({ clientId: 'cs-1', clientSecret: 'abc' }, 'short-lived', 1_000_000);
    expect(decodeProtectedHeader(token).alg).toBe('HS256');
    expect(decodeJwt(token)).toMatchObject({ appId: 'cs-1', sub: 'deploy', iat: 1000, exp: 1300 });
    const documented = await signToken({ clientId: 'cs-1', clientSecret: 'abc' }, 'documented');
    expect(Object.keys(decodeJwt(documented)).sort()).toEqual(['appId', 'sub']);
  });
});

describe('statuses', () => {
  it.each([
    ['success', 'done'],
    ['successful', 'done'],
    ['pending', 'waiting'],
    ['inprogress', 'waiting'],
    ['In Progress', 'waiting'],
    ['FAILED', 'failed'],
    ['import_error', 'failed'],
    [undefined, 'waiting'],
  ] as const)('%s is %s', (status, outcome) => expect(outcomeOf(status, 'wait')).toBe(outcome));

  it('an unknown one is what was chosen', () => {
    expect(outcomeOf('mystery', 'wait')).toBe('waiting');
    expect(outcomeOf('mystery', 'fail')).toBe('failed');
  });
});

describe('a cleaned export', () => {
  it('holds no credential, and everything else', async () => {
    const definition = {
      llmConfiguration: [{ integrations: { provider: { apiKey: 'plain-provider-key', model: 'm' } } }],
      dialogs: [
        {
          note: 'a {{env.TOKEN}} stays',
          header: 'shpat_0123456789abcdef0123456789abcdef',
          own: 'xx hunter2hunter2 xx',
        },
      ],
    };
    const envVariables = [
      { key: 'SHOP', value: 'example' },
      { key: 'ANY', value: 'v', isSecured: true },
      { key: 'MY_PASSWORD', value: 'p' },
    ];
    const files = new Map([
      ['appDefinition.json', Buffer.from(JSON.stringify(definition))],
      ['config.json', Buffer.from(JSON.stringify({ name: 'n', envVariables }))],
      ['Icon.png', Buffer.from([1, 2, 3])],
    ]);
    const cleaned = await cleanExport(files, ['hunter2hunter2']);
    const entries = await readEntries(cleaned.zip);
    const text = entries.get('appDefinition.json')?.toString() ?? '';
    expect(text).not.toMatch(/plain-provider-key|shpat_0|hunter2/);
    expect(text).toContain('a {{env.TOKEN}} stays');
    expect(JSON.parse(entries.get('config.json')?.toString() ?? '')).toMatchObject({
      envVariables: [{ value: 'example' }, { value: '' }, { value: '' }],
    });
    expect(entries.get('icon.png')).toEqual(Buffer.from([1, 2, 3]));
    expect(cleaned.removed).toBe(5);
  });
});

describe('scrubbing', () => {
  it('takes out secrets in any encoding, tokens, and what drives a terminal', () => {
    const dirty = 'a p@ss word/1 b p%40ss%20word%2F1 c eyJhbGciOiJIUzI1NiJ9.eyJhIjoxfQ.c2ln d\u001b[2J';
    expect(scrub(dirty, ['p@ss word/1'])).toBe('a •••• b •••• c •••• d [2J');
  });
});

describe('settings', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'settings-test-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));
  const file = (name: string, text: string) => writeFileSync(join(folder, name), text);
  const read = (process: Readonly<Record<string, string>> = {}, environment?: string) =>
    readDeploySettings({ folder, environment, process });

  it('come from the environment, then the named file, then .env', () => {
    file('.env', 'XO_CLIENT_ID=a\nXO_CLIENT_SECRET=b\nXO_TARGET=xo10\nSHOP=one\nSIZE=one');
    file('.env.staging', 'XO_CLIENT_ID=c\nXO_CLIENT_SECRET=d\nXO_HOST=https://two.example\nSHOP=two');
    const settings = read({ SHOP: 'three', XO_CLIENT_ID: '' }, 'staging');
    expect(settings).toMatchObject({ environment: 'staging', host: 'https://two.example', admin: { clientId: 'c' } });
    expect(['SHOP', 'SIZE'].map(settings.variable)).toEqual(['three', 'one']);
    expect(settings.target).toBe('xo10');
    expect(read()).toMatchObject({ environment: undefined, host: 'https://bots.kore.ai', admin: { clientId: 'a' } });
  });

  it('hold secrets of every file, and no id', () => {
    file(
      '.env',
      'XO_CLIENT_ID=id-of-env\nXO_CLIENT_SECRET=secret-of-env\nSHOP_TOKEN=token-of-env\nSHOP_TOKEN_ID=number-of-env',
    );
    file('.env.staging', 'XO_CLIENT_ID=id-of-staging\nXO_CLIENT_SECRET=secret-of-staging\nSHOP_PASSWORD=');
    const { secrets } = read({ ACCESS_TOKEN: 'token-of-process', EDITOR: 'vi' }, 'staging');
    expect([...new Set(secrets)].sort()).toEqual(
      ['secret-of-env', 'secret-of-staging', 'token-of-env', 'token-of-process'].sort(),
    );
  });

  it.each(['', 'XO_BOT_ID=\nXO_HOST=\nXO_BUILDER_CLIENT_ID=\nXO_BUILDER_CLIENT_SECRET=\n'])(
    'of an environment never take bot, host or client over from .env, left out or left empty (%j)',
    (more) => {
      file(
        '.env',
        'XO_CLIENT_ID=a\nXO_CLIENT_SECRET=production-secret\nXO_HOST=https://production.example\nXO_BOT_ID=st-production\n' +
          'XO_BUILDER_CLIENT_ID=e\nXO_BUILDER_CLIENT_SECRET=f',
      );
      file('.env.staging', `XO_CLIENT_ID=c\nXO_CLIENT_SECRET=d\n${more}`);
      const settings = read({}, 'staging');
      expect(settings).toMatchObject({ host: 'https://platform.kore.ai', admin: { clientId: 'c', clientSecret: 'd' } });
      expect(settings.botId).toBeUndefined();
      expect(settings.builder).toBeUndefined();
      expect(settings.variable('XO_BOT_ID')).toBeUndefined();
      expect(settings.secrets).toEqual(expect.arrayContaining(['production-secret', 'd', 'f']));
      file('.env.staging', more);
      expect(() => read({}, 'staging')).toThrow(/XO_CLIENT_ID, XO_CLIENT_SECRET.*\.env\.staging/);
      expect(read({ XO_BOT_ID: 'st-said', XO_CLIENT_ID: 'g', XO_CLIENT_SECRET: 'h' }, 'staging').botId).toBe('st-said');
    },
  );

  it('name everything that is missing at once, and never show a value', () => {
    expect(() => read()).toThrow(/XO_CLIENT_ID, XO_CLIENT_SECRET/);
  });

  it.each([
    ['XO_HOST', 'http://xo.example'],
    ['XO_HOST', 'https://user:secret@xo.example'],
    ['XO_HOST', 'nonsense'],
    ['XO_BOT_ID', '../../etc'],
    ['XO_TARGET', 'xo12'],
    ['XO_POLL_SECONDS', '-1'],
    ['XO_ZIP_EXTENSION', 'rar'],
    ['XO_BUILDER_CLIENT_ID', 'alone'],
  ])('%s=%s is wrong usage', (name, value) => {
    expect(() => read({ XO_CLIENT_ID: 'a', XO_CLIENT_SECRET: 'b', [name]: value })).toThrow(UsageError);
  });

  it('a named environment must have its file, and its name cannot leave the folder', () => {
    file('.env', 'XO_CLIENT_ID=a\nXO_CLIENT_SECRET=b');
    expect(() => read({}, 'nowhere')).toThrow(UsageError);
    expect(() => read({}, '../x')).toThrow(UsageError);
  });
});

describe('what is written down for the person', () => {
  const root = join(__dirname, '..', '..');
  it('lists every assumption in the README and in .env.example', () => {
    const readme = readFileSync(join(root, 'deploy', 'README.md'), 'utf8');
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    for (const { setting, choices } of Object.values(ASSUMPTIONS)) {
      expect(readme).toContain(`\`${setting}\``);
      expect(readme).toContain(choices.map((c) => `\`${c}\``).join(', '));
      expect(example).toContain(`# ${setting}=${choices[0]}`);
    }
  });

  it('gives a CI recipe that is YAML and calls only commands that there are', () => {
    const readme = readFileSync(join(root, 'deploy', 'README.md'), 'utf8');
    const recipe = /```yaml\n([\s\S]*?)```/.exec(readme)?.[1] ?? '';
    const steps = (parse(recipe) as { jobs: { bot: { steps: { run?: string }[] } } }).jobs.bot.steps;
    const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      scripts: Record<string, string>;
    };
    const called = steps.flatMap((s) =>
      [...(s.run ?? '').matchAll(/npm run (?:--silent )?([\w-]+)/g)].map((m) => m[1] ?? ''),
    );
    expect(called).toEqual(['build', 'pull', 'diff', 'deploy']);
    for (const name of called) expect(scripts).toHaveProperty(name);
  });

  it('holds no value for any secret in .env.example', () => {
    const example = readFileSync(join(root, '.env.example'), 'utf8');
    for (const line of example.split('\n').filter((l) => /(SECRET|TOKEN)=/.test(l))) expect(line).toMatch(/=$/);
  });
});
