import { describe, expect, it } from 'vitest';
import type { Component, Dialog, KoreBot } from '../../kore/format';
import { verify } from '../../kore/verify';
import { BOTS } from './bots';

interface Part {
  readonly dialogs: readonly Dialog[];
  readonly dialogComponents: readonly Component[];
  readonly patterns: readonly Readonly<Record<string, unknown>>[];
}

/** The dialog of a bot once more, with ids and names of its own. */
function another({ definition }: KoreBot, n: number): Part {
  const { dialogs, dialogComponents, patterns } = definition;
  const ids = JSON.stringify({ dialogs, dialogComponents, patterns }).replace(/[0-9a-f]{8}(?=-[0-9a-f]{4}-5)/g, (id) =>
    ((parseInt(id, 16) + n) % 2 ** 32).toString(16).padStart(8, '0'),
  );
  const namespaced = JSON.parse(ids) as Part;
  return {
    dialogs: namespaced.dialogs.map((one) => ({
      ...one,
      lname: `order status ${n}`,
      localeData: { en: { name: `Order Status ${n}`, shortDesc: '' } },
      vNameSpace: dialogs[0]?.['vNameSpace'],
    })),
    dialogComponents: namespaced.dialogComponents.map((one) => ({
      ...one,
      name: `${one.name}${n}`,
      ...(one.type === 'intent' && { localeData: { en: { intent: `Order Status ${n}` } } }),
    })),
    patterns: namespaced.patterns.map((one) => ({ ...one, taskName: `${String(one['taskName'])}${n}` })),
  };
}

/** A sound bot with that many dialogs. */
function botOf(dialogs: number): KoreBot {
  const bot = structuredClone(BOTS.botAction);
  const all: readonly Part[] = [bot.definition, ...Array.from({ length: dialogs - 1 }, (_, i) => another(bot, i + 1))];
  const definition = {
    ...bot.definition,
    dialogs: all.flatMap((part) => part.dialogs),
    dialogComponents: all.flatMap((part) => part.dialogComponents).sort((a, b) => (a._id < b._id ? -1 : 1)),
    patterns: all.flatMap((part) => part.patterns),
    exportOptions: {
      ...(bot.definition['exportOptions'] as object),
      subTasks: {
        dialogs: all.flatMap((part) => part.dialogs.map((one) => one._id)),
        alerts: [],
        actions: [],
        forms: [],
      },
    },
  };
  return { ...bot, definition };
}

/** Of the processor's time, which a busy machine does not lengthen. */
function fastest(bot: KoreBot): number {
  const times = Array.from({ length: 5 }, () => {
    const before = process.cpuUsage();
    verify(bot);
    return process.cpuUsage(before).user;
  });
  return Math.min(...times);
}

describe('verify on many dialogs', () => {
  it('finds nothing in a sound bot of 1,000 dialogs', () => {
    expect(verify(botOf(1000))).toEqual([]);
  });

  it('takes time in proportion to their number', () => {
    const [small, large] = [botOf(100), botOf(1000)];
    fastest(small);

    // Ten times as much work, and somewhat more for memory; a hundred times where each dialog is compared with every other.
    expect(fastest(large) / fastest(small)).toBeLessThan(60);
  });
});
