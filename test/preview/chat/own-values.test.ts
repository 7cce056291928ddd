import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readStub } from '../../../services/stub/stub';
import { localBackend } from '../../../preview/backend';
import { integrationOf } from '../../../preview/chat/find-bot';
import { findStub } from '../../../preview/chat/find-stub';
import { ownValues } from '../../../preview/chat/own-values';
import { startConversation } from '../../../preview/conversation';
import { openBot } from '../../../preview/open-bot';
import { createLibrary } from '../../../preview/web/library';
import { sandbox } from '../../sandbox';
import { buildBot, say } from '../build-bot';
import { texts } from '../talk';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'values-'))));
afterEach(() => rmSync(root, { recursive: true }));
const write = (path: string, text: string) => {
  mkdirSync(join(root, path, '..'), { recursive: true });
  writeFileSync(join(root, path), text);
};

const bot = openBot(
  buildBot({
    env: { DESK_HOST: '' },
    secured: { DESK_TOKEN: '' },
    dialogs: [
      {
        name: 'Ticket',
        nodes: [
          {
            id: 'get',
            type: 'service',
            to: 'm',
            with: {
              endPoint: { protocol: 'https', host: '{{env.DESK_HOST}}.desk.example', path: '/t/1', method: 'get' },
              headers: { type: 'raw', value: '{"Authorization":"Bearer {{env.DESK_TOKEN}}"}' },
            },
          },
          { id: 'm', type: 'message', with: { message: [say('{{context.get.response.body.title}}')] } },
        ],
      },
    ],
  }),
);
const stub = readStub('s.json', '[{"url":"https://acme.desk.example/t/1","json":{"title":"Broken lamp"}}]');
const ask = async (given: Readonly<Record<string, string>>) => {
  const backend = localBackend(bot, [], { given, known: {} }, stub);
  return startConversation(bot, { transport: backend.transport, env: backend.env, sandbox }).say('Ticket');
};

describe('the values of a bot’s variables', () => {
  it('are those that were given, over those of the .env that the bot declares', () => {
    write('.env', 'DESK_HOST=fromfile\nXO_CLIENT_SECRET=never\nDESK_TOKEN=\n');
    expect(ownValues(root, bot, [])).toEqual({ given: {}, known: { DESK_HOST: 'fromfile' } });
    expect(ownValues(root, bot, ['DESK_HOST=a=b']).given).toEqual({ DESK_HOST: 'a=b' });
  });
  it.each([['DESK_HOST'], ['=x'], ['DESK_HSOT=acme']])('"%s" is refused', (pair) =>
    expect(() => ownValues(root, bot, [pair])).toThrow(/--env|no variable/),
  );
  it('let any service be talked to', async () => {
    const turn = await ask({ DESK_HOST: 'acme', DESK_TOKEN: 'secret-token' });
    expect(texts(turn)).toEqual(['Broken lamp']);
    expect(JSON.stringify(turn)).not.toContain('secret-token');
  });
  it('are named when they are missing, each once', async () => {
    const turn = await ask({ DESK_TOKEN: 'x' });
    expect(turn.notes.filter(({ code }) => code === 'env-missing').map(({ text }) => text)).toEqual(['DESK_HOST']);
  });
  it('of a stub file count where a person gives none', () => {
    const withEnv = readStub('s.json', '{"env":{"DESK_HOST":"acme"},"answers":[]}');
    expect(localBackend(bot, [], { given: {}, known: { DESK_HOST: 'x' } }, withEnv).env).toEqual({ DESK_HOST: 'acme' });
    expect(localBackend(bot, [], { given: { DESK_HOST: 'y' }, known: {} }, withEnv).env).toEqual({ DESK_HOST: 'y' });
  });
});

describe('an integration', () => {
  it('has its own prepared answers unless others are named', () => {
    write('specs/desk/bot.yaml', '');
    write('specs/desk/stubs/default.json', '[{"url":"https://own"}]');
    write('other.json', '[{"url":"https://other"}]');
    expect(findStub(root, 'desk', undefined)?.answers[0]?.url).toBe('https://own');
    expect(findStub(root, 'desk', join(root, 'other.json'))?.answers[0]?.url).toBe('https://other');
    expect(findStub(root, 'none', undefined)).toBeUndefined();
    expect(() => findStub(root, 'desk', join(root, 'gone.json'))).toThrow('There is no file');
  });
  it('must be named when there are several', () => {
    write('specs/desk/bot.yaml', '');
    expect(integrationOf({ root })).toBe('desk');
    write('specs/mail/bot.yaml', '');
    expect(() => integrationOf({ root })).toThrow('--integration: desk, mail');
    expect(() => integrationOf({ root, integration: 'tickets' })).toThrow('no integration "tickets"');
  });
  it('that is deleted is no longer offered, although its zip is still there', async () => {
    for (const name of ['desk-xo10.zip', 'gone-xo10.zip', 'notes.zip']) write(`dist/${name}`, '');
    const library = createLibrary({ folder: join(root, 'dist'), known: () => ['desk'] });
    expect(await library.choices()).toEqual([{ id: 'desk-xo10.zip', label: 'desk · XO 10' }]);
  });
});
