import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../deploy/context';
import { openState } from '../../deploy/resume';
import type { KoreBot } from '../../kore/format';
import type { EmulatorOptions } from '../../testing/platform/options';
import type { Stored } from '../../testing/platform/store';
import { component, edited, readBot } from '../kore/diff/bots';
import { deploy, failureOf } from './attempt';
import { workbench } from './workbench';
import type { Workbench } from './workbench';

let bot: KoreBot;
let bench: Workbench | undefined;
beforeAll(async () => {
  bot = await readBot('xo11');
});
afterEach(async () => bench?.close());

const open = async (options: Partial<EmulatorOptions> = {}): Promise<Workbench> => {
  bench = await workbench({ target: 'xo11', ...options });
  await bench.build(bot);
  await deploy(bench);
  return bench;
};

const withPrompt = (from: KoreBot, text: string) =>
  edited(from, (d) => {
    const [entry] = component(d, 'OrderId').message ?? [];
    if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent(text);
  });

const storedIn = (b: Workbench): Stored => {
  const [stored] = b.bots();
  if (stored === undefined) throw new Error('no bot');
  return stored;
};

/** Someone edits the bot in the builder. */
const colleague = (b: Workbench, text: string) => {
  const stored = storedIn(b);
  stored.bot = withPrompt(stored.bot, text);
};

/** Answers one question after the other; `during` is what happens while the person thinks. */
function person(...answers: readonly { readonly yes: boolean; readonly during?: () => void }[]) {
  const asked: string[] = [];
  const shown: string[] = [];
  const one: Person = {
    present: true,
    showDiff: (diff) => void shown.push(JSON.stringify(diff)),
    confirm: (question) => {
      const answer = answers[asked.length];
      asked.push(question);
      answer?.during?.();
      return Promise.resolve(answer?.yes ?? false);
    },
  };
  return { ...one, asked, shown };
}

const IMPORT = 'POST /api/public/bot/:botId/import';
const imports = (b: Workbench) => b.emulator.calls.filter((c) => c === IMPORT).length;
const backups = (b: Workbench) => b.written().filter((f) => f.subarray(0, 2).toString() === 'PK').length;

describe('a consent', () => {
  it('that was given once holds for the bot that was shown, and is not asked for again', async () => {
    let broken = true;
    const tap = (_: string, call: string, drop: () => void) => {
      if (broken && call === IMPORT) drop();
    };
    const b = await open({ tap });
    await b.build(withPrompt(bot, 'New?'));
    const first = person({ yes: true });
    const settings = { XO_RETRY_SECONDS: '0.001' };
    expect(await failureOf(deploy(b, { yes: false }, settings, first))).toMatchObject({ code: 'network' });
    broken = false;
    const second = person();
    expect(await deploy(b, { yes: false }, settings, second)).toMatchObject({ resumed: true, imported: ['orders'] });
    expect([first.asked.length, second.asked.length]).toEqual([1, 0]);
    expect(JSON.stringify(storedIn(b).bot)).toContain('New%3F');
  });

  it('is asked for anew, with a backup of what is there, when the bot was edited between two runs', async () => {
    const tap = (_: string, call: string, drop: () => void) => {
      if (broken && call === 'POST /api/public/uploadfile') drop();
    };
    let broken = false;
    const b = await open({ tap });
    await b.build(withPrompt(bot, 'New?'));
    broken = true;
    const settings = { XO_RETRY_SECONDS: '0.001' };
    await failureOf(deploy(b, { yes: false }, settings, person({ yes: true })));
    broken = false;
    const before = backups(b);
    colleague(b, 'Edited meanwhile?');
    const alone = await failureOf(deploy(b, { yes: false }, settings));
    expect(alone).toMatchObject({ step: 'compare', code: 'refused' });
    expect(alone.whatToDo).toContain('--yes');
    const again = person({ yes: false });
    expect(await failureOf(deploy(b, { yes: false }, settings, again))).toMatchObject({ code: 'refused' });
    expect(again.shown.join()).toContain('Edited meanwhile');
    expect(imports(b)).toBe(0);
    expect(backups(b)).toBeGreaterThan(before);
    const outcome = await deploy(b, { yes: false }, settings, person({ yes: true }));
    expect(outcome.changes).toEqual([{ name: 'orders', summary: '1 changed' }]);
    expect(imports(b)).toBe(1);
  });

  it('is asked for anew though only something was edited that the import leaves alone, while nothing was sent', async () => {
    const b = await open();
    await b.build(withPrompt(bot, 'New?'));
    const elsewhere = () => {
      const stored = storedIn(b);
      stored.bot = edited(stored.bot, (d) => (d['smallTalk'] = [{ edited: true }]));
    };
    const one = person({ yes: true, during: elsewhere }, { yes: false });
    expect(await failureOf(deploy(b, { yes: false, only: ['order-status'] }, {}, one))).toMatchObject({
      code: 'refused',
    });
    expect(one.asked).toHaveLength(2);
    expect(imports(b)).toBe(0);
  });

  it('is asked for anew when the bot was edited while the person was thinking', async () => {
    const b = await open();
    await b.build(withPrompt(bot, 'New?'));
    const one = person({ yes: true, during: () => colleague(b, 'Edited while thinking?') }, { yes: false });
    expect(await failureOf(deploy(b, { yes: false }, {}, one))).toMatchObject({ code: 'refused' });
    expect(one.asked).toHaveLength(2);
    expect(one.shown[1]).toContain('Edited while thinking');
    expect(imports(b)).toBe(0);
  });

  it('is given up when the bot changes each time', async () => {
    const b = await open();
    await b.build(withPrompt(bot, 'New?'));
    let edits = 0;
    const busy = () => colleague(b, `Edit ${(edits += 1)}?`);
    const answers = Array(9).fill({ yes: true, during: busy }) as { yes: boolean; during: () => void }[];
    const one = person(...answers);
    expect(await failureOf(deploy(b, { yes: false }, {}, one))).toMatchObject({ code: 'changing' });
    expect(one.asked).toHaveLength(3);
    expect(imports(b)).toBe(0);
  });

  describe('once something was sent', () => {
    const cutOff = async () => {
      let broken = false;
      const tap = (moment: string, call: string, drop: () => void) => {
        if (broken && moment === 'before' && call === IMPORT) drop();
      };
      const b = await open({ tap });
      await b.build(withPrompt(bot, 'New?'));
      broken = true;
      await failureOf(deploy(b, { yes: false }, { XO_RETRY_SECONDS: '0.001' }, person({ yes: true })));
      broken = false;
      return b;
    };

    it('holds though the bot is another one now, if what was agreed to is in it', async () => {
      const b = await cutOff();
      colleague(b, 'New?');
      expect(await deploy(b, { yes: false }, {}, person())).toMatchObject({ resumed: true });
    });

    it('does not hold when the same thing was edited otherwise', async () => {
      const b = await cutOff();
      colleague(b, 'Edited meanwhile?');
      const one = person({ yes: false });
      expect(await failureOf(deploy(b, { yes: false }, {}, one))).toMatchObject({ code: 'refused' });
      expect(one.shown.join()).toContain('Edited meanwhile');
      expect(imports(b)).toBe(6);
      expect(JSON.stringify(storedIn(b).bot)).toContain('Edited%20meanwhile');
    });
  });

  it('that is bound to no state of the bot, as older runs noted it, is none', () => {
    const folder = mkdtempSync(join(tmpdir(), 'state-test-'));
    try {
      const state = openState(folder, 'place', 'files');
      state.updateJob('orders', { sent: true });
      const noted = JSON.parse(readFileSync(state.path, 'utf8')) as Record<string, unknown>;
      const older = { ...noted, checksum: undefined, confirmed: { changes: [], existing: [] } };
      writeFileSync(state.path, JSON.stringify(older));
      const opened = openState(folder, 'place', 'files').get();
      expect(opened.confirmed).toBeUndefined();
      expect(opened.jobs).toEqual({ orders: { sent: true } });
    } finally {
      rmSync(folder, { recursive: true });
    }
  });
});

describe('a bot that has nothing of these files in it', () => {
  const unrelated = (b: Workbench) => {
    const stored = storedIn(b);
    stored.bot = edited(stored.bot, (d) => {
      for (const dialog of d.dialogs) dialog.refId = `other-${dialog.refId}`;
    });
    return stored.id;
  };

  it('is not updated, whoever says yes, unless it is said', async () => {
    const b = await open();
    const id = unrelated(b);
    const settings = { XO_BOT_ID: id };
    for (const [yes, who] of [
      [true, undefined],
      [false, person({ yes: true }, { yes: true })],
    ] as const) {
      const failure = await failureOf(deploy(b, { yes }, settings, who));
      expect(failure).toMatchObject({ step: 'compare', code: 'unrelated' });
      expect(failure.whatToDo).toContain('--unrelated');
    }
    expect(imports(b)).toBe(0);
    expect(await deploy(b, { unrelated: true }, settings)).toMatchObject({ botId: id, created: false });
    expect(imports(b)).toBe(1);
  });

  it('is one that shares no dialog; a single one is enough', async () => {
    const b = await open();
    const stored = storedIn(b);
    stored.bot = edited(stored.bot, (d) => {
      d.dialogs.slice(1).forEach((dialog) => (dialog.refId = `other-${dialog.refId}`));
    });
    expect(await deploy(b, {}, { XO_BOT_ID: stored.id })).toMatchObject({ created: false });
  });
});
