import { sandbox } from '../../sandbox';
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { localBackend } from '../../../preview/backend';
import { createTables } from '../../../preview/data-tables';
import { openBot } from '../../../preview/open-bot';
import { createTabSessions } from '../../../preview/web/tab-sessions';
import { buildBot } from '../build-bot';

const loaded = { id: 'bot', version: 1, bot: openBot(buildBot({ dialogs: [] })), notes: [] };
const open = () =>
  createTabSessions(() => loaded, {
    sandbox,
    tables: createTables(),
    backendFor: (bot) => localBackend(bot, [], { given: {}, known: {} }),
  });

const enter = (tabs: ReturnType<typeof open>, count: number) =>
  Array.from({ length: count }, () => tabs.of(randomUUID()));

describe('the tabs of all tabs', () => {
  it('lets fifty people talk at once', () => {
    const tabs = open();
    const people = enter(tabs, 50);
    people.forEach((tab) => expect(tabs.of(tab?.id ?? '')).toBe(tab));
  });

  it('closes tabs of closed tabs before one that is still open', () => {
    const tabs = open();
    const [watched, left] = enter(tabs, 2);
    watched?.watch(() => undefined);
    enter(tabs, 200);
    expect(tabs.of(watched?.id ?? '')).toBe(watched);
    expect(tabs.known(left?.id ?? '')).toBeUndefined();
  });

  it('holds no more than so many, be they all open', () => {
    const tabs = open();
    enter(tabs, 300).forEach((tab) => tab?.watch(() => undefined));
    expect(tabs.all().length).toBe(64);
  });
});
