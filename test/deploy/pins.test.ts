import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Person } from '../../deploy/context';
import { UsageError } from '../../deploy/errors';
import { checkPins, pin } from '../../deploy/pins';
import type { PinnedUse } from '../../deploy/pins';
import { writeSealed } from '../../deploy/sealed';
import { readBot } from '../kore/diff/bots';
import { deploy } from './attempt';
import { SECRETS, workbench } from './workbench';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pins-test-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const use = (change: Partial<PinnedUse> & { environment?: string; host?: string } = {}): PinnedUse => {
  const { environment, host = 'https://platform.kore.ai', ...rest } = change;
  return { settings: { environment, host }, place: 'xo11 shop', bot: 'st-1', repin: false, ...rest };
};

const nobody: Person = { present: false, showDiff: () => undefined, confirm: () => Promise.resolve(true) };
const somebody = (answer: boolean) => {
  const asked: string[] = [];
  const confirm = (question: string) => Promise.resolve((asked.push(question), answer));
  return { present: true, showDiff: () => undefined, confirm, asked };
};

const refused = (wanted: PinnedUse, person: Person = nobody) =>
  expect(checkPins(folder, wanted, person)).rejects.toBeInstanceOf(UsageError);

describe('host and bot of an environment', () => {
  it.each([
    { hosts: {}, bots: { 'a b': 1 } },
    { hosts: { a: 1 }, bots: {} },
    { hosts: [], bots: 'st-1' },
  ])('are not read from pins of another form: %j', async (pins) => {
    writeSealed(join(folder, 'pins.json'), pins);
    await refused(use());
  });

  it('are free at first, and pinned by the first run that ends well', async () => {
    await checkPins(folder, use(), nobody);
    pin(folder, use());
    await checkPins(folder, use(), nobody);
    await refused(use({ host: 'https://platforn.kore.ai' }));
    await refused(use({ bot: 'st-2' }));
    await refused(use({ bot: undefined }));
    await checkPins(folder, use({ bot: undefined, newBot: true }), nobody);
    await checkPins(folder, use({ bot: 'st-2', place: 'xo11 other' }), nobody);
  });

  it('may be others when it is said, and are pinned anew then', async () => {
    pin(folder, use());
    const moved = use({ host: 'https://de.kore.ai', bot: 'st-2', repin: true });
    await checkPins(folder, moved, nobody);
    pin(folder, moved);
    await checkPins(folder, { ...moved, repin: false }, nobody);
    await refused(use());
  });

  it('are asked about when someone is there, who may say no', async () => {
    pin(folder, use());
    const other = use({ host: 'https://de.kore.ai', bot: 'st-2' });
    const agreeing = somebody(true);
    await checkPins(folder, other, agreeing);
    expect(agreeing.asked).toHaveLength(2);
    expect(agreeing.asked.join()).toMatch(/platform\.kore\.ai.*de\.kore\.ai.*st-1.*st-2/s);
    const refusing = somebody(false);
    await refused(other, refusing);
    expect(refusing.asked).toHaveLength(1);
  });

  it('are each environment’s own, and the bot of another one is doubted at once', async () => {
    pin(folder, use());
    await checkPins(folder, use({ environment: 'staging', host: 'https://staging.example', bot: 'st-9' }), nobody);
    await checkPins(folder, use({ environment: 'staging', bot: undefined }), nobody);
    await refused(use({ environment: 'staging' }));
    pin(folder, use({ environment: 'staging', bot: 'st-9' }));
    await refused(use({ environment: 'staging' }));
    await checkPins(folder, use(), nobody);
  });

  it.each([
    ['https://platform.kore.ai', 0],
    ['https://kore.ai', 0],
    ['http://127.0.0.1:99', 0],
    ['http://localhost:99', 0],
    ['https://platform.kore.ai.example', 1],
    ['https://notkore.ai', 1],
    ['https://own.example', 1],
  ])('at first, %s is asked about %i times', async (host, times) => {
    const person = somebody(true);
    await checkPins(folder, use({ host }), person);
    expect(person.asked).toHaveLength(times);
  });

  it('are not pinned by a run that only reads, but for the host', async () => {
    pin(folder, use({ place: undefined, bot: undefined }));
    await checkPins(folder, use({ bot: 'st-7' }), nobody);
    await refused(use({ place: undefined, bot: undefined, host: 'https://other.example' }));
  });

  it.each(['', '\0\0\0\0', '{"hosts":', '[]', 'null', '"x"', '{"hosts": []}', '{"hosts": {"(usual)": 5}}'])(
    'in a file that holds %j are not taken for new',
    async (text) => {
      writeFileSync(join(folder, 'pins.json'), text);
      await refused(use());
      await refused(use({ repin: true }));
      expect(() => pin(folder, use())).toThrow(UsageError);
    },
  );

  it('are never taken for new when one letter of the file has changed, or one is missing', async () => {
    pin(folder, use());
    const path = join(folder, 'pins.json');
    const text = readFileSync(path, 'utf8');
    const moved = use({ host: 'https://evil.example', bot: 'st-9' });
    for (const [i, letter] of [...text].entries()) {
      for (const other of [letter === 'x' ? 'y' : 'x', '']) {
        writeFileSync(path, `${text.slice(0, i)}${other}${text.slice(i + 1)}`);
        await refused(moved);
      }
    }
  });

  it('that an older run pinned without a checksum hold, too', async () => {
    const pinned = { hosts: { '(usual)': 'https://platform.kore.ai' }, bots: { '(usual) xo11 shop': 'st-1' } };
    writeFileSync(join(folder, 'pins.json'), JSON.stringify(pinned));
    await checkPins(folder, use(), nobody);
    await refused(use({ host: 'https://evil.example' }));
    await refused(use({ bot: 'st-2' }));
  });

  it('of an environment that is called like what every object has are its own', async () => {
    for (const environment of ['constructor', '__proto__', 'toString']) {
      const wanted = use({ environment, host: 'https://a.example', bot: `st-${environment}` });
      await checkPins(folder, wanted, nobody);
      pin(folder, wanted);
      await refused({ ...wanted, settings: { environment, host: 'https://b.example' } });
    }
  });
});

describe('a deployment', () => {
  it('pins where it went, holds no secret there, and never sends a token to another host afterwards', async () => {
    const b = await workbench({ target: 'xo11' });
    const other = await workbench({ target: 'xo11' });
    try {
      await b.build(await readBot('xo11'));
      const { botId } = await deploy(b);
      const path = join(b.folder, '.xo-backup', 'pins.json');
      const text = readFileSync(path, 'utf8');
      expect(JSON.parse(text)).toEqual({
        checksum: expect.stringMatching(/^[0-9a-f]{64}$/) as string,
        hosts: { '(usual)': b.emulator.url },
        bots: { '(usual) xo11 orders': botId },
      });
      for (const secret of Object.values(SECRETS)) expect(text).not.toContain(secret);
      expect(statSync(path).mode & 0o777).toBe(0o600);
      const settings = { XO_HOST: other.emulator.url };
      await expect(deploy(b, {}, settings)).rejects.toBeInstanceOf(UsageError);
      await expect(deploy(b, { dryRun: true }, settings)).rejects.toBeInstanceOf(UsageError);
      expect(other.emulator.calls).toEqual([]);
      const calls = b.emulator.calls.length;
      await expect(deploy(b, {}, { XO_BOT_ID: 'st-of-someone-else' })).rejects.toBeInstanceOf(UsageError);
      expect(b.emulator.calls).toHaveLength(calls);
      expect(await deploy(b, { repin: true }, settings)).toMatchObject({ created: true });
    } finally {
      await b.close();
      await other.close();
    }
  });

  it('to another environment makes its own bot, and leaves the usual one alone', async () => {
    const b = await workbench({ target: 'xo11' });
    try {
      await b.build(await readBot('xo11'));
      const { botId } = await deploy(b);
      const env = readFileSync(join(b.folder, '.env'), 'utf8');
      writeFileSync(join(b.folder, '.env.staging'), `${env.replace(/^STORE.*$/gm, '')}XO_BOT_ID=\n`);
      writeFileSync(join(b.folder, '.env'), `${env}XO_BOT_ID=${botId ?? ''}\n`);
      const staged = await deploy(b, { name: 'Orders (staging)' }, {}, undefined, 'staging');
      expect(staged).toMatchObject({ created: true });
      expect(staged.botId).not.toBe(botId);
      expect(await deploy(b, {}, {}, undefined, 'staging')).toMatchObject({ created: false, botId: staged.botId });
      expect(await deploy(b)).toMatchObject({ created: false, botId });
    } finally {
      await b.close();
    }
  });
});
