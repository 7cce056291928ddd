import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, describe, expect, test } from 'vitest';
import { temporary } from '../build/specs';
import { said } from './recorded';

const CHAT = 'specs/zendesk/get-ticket.chat';
const SPEC = 'specs/zendesk/get-ticket.yaml';

const TRANSCRIPT = `# Written by hand.
== asks, then answers
@stub stubs/zendesk.json
@env ZENDESK_SUBDOMAIN=example
user: I want to look up a ticket
bot: What is the ticket ID? For *
user: 1001
bot: Ticket Sample
# what the API says
  Status: *
  ...
@calls 1
`;

let root = '';
const write = (path: string, text: string) => writeFileSync(join(root, path), text);
const read = (path: string) => readFileSync(join(root, path), 'utf8');
const edit = (path: string, from: string, to: string) => {
  expect(read(path)).toContain(from);
  write(path, read(path).replace(from, to));
};
const git = (...args: readonly string[]) =>
  execFileSync('git', ['-c', 'user.name=A', '-c', 'user.email=a@example.com', ...args], { cwd: root, stdio: 'pipe' });
const commit = () => {
  git('init', '-q');
  git('add', '.');
  git('commit', '-qm', 'Start');
};

beforeEach(async () => {
  root = temporary();
  const made = await said(
    root,
    'new',
    'integration',
    'zendesk',
    '--rest',
    'GET /tickets/{ticketId}',
    '--id',
    'get-ticket',
  );
  expect(made).toMatchObject({ code: 0 });
  write(CHAT, TRANSCRIPT);
  write(
    'specs/zendesk/stubs/zendesk.json',
    '[{ "url": "https://*", "json": { "ticket": { "id": 1, "name": "Sample", "status": "open" } } }]',
  );
});

describe('check', () => {
  test('plays on both targets and tells what was not played, without a dist/', async () => {
    const { code, out, err } = await said(root, 'check', 'get-ticket');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out.replace(/\d+\.\d s/, '1.0 s')).toMatchInlineSnapshot(`
      "1 conversation on xo10, 1 on xo11: all as written  1.0 s
        get-ticket  nodes 10/14  transitions 13/25
          outcomes not played: empty, needs-input, invalid
          not played: replyGiveUp
          not played: replyProblem
      "
    `);
    expect(existsSync(join(root, 'dist'))).toBe(false);
  });

  test('shows errors at their place, and plays nothing', async () => {
    edit(SPEC, 'name: name', 'name: name | uper');
    const { code, out, err } = await said(root, 'check');
    expect([code, out]).toEqual([1, '']);
    expect(err).toMatch(/^specs\/zendesk\/get-ticket\.yaml:\d+:\d+ {2}error/);
    expect(err).toContain('1 error, 0 warnings. Nothing was played.');
  });

  test('shows what is not said any more, once for both targets', async () => {
    edit(SPEC, 'What is the ticket ID?', 'Which ticket?');
    const { code, err } = await said(root, 'check');
    expect(code).toBe(1);
    expect(err).toBe(`${CHAT}:6  the bot says something else  (asks, then answers; xo10, xo11)
  - What is the ticket ID? For *
  + Which ticket? For example 1001.

npm run check -- zendesk --update  accepts new words in transcripts
`);
  });

  test.each([
    ['an action', 'get-tickt', 'Did you mean "get-ticket"?'],
    ['a transcript', 'specs/zendesk/conversations/all.chat', ''],
  ])('knows no such thing: %s', async (_what, name, hint) => {
    const { code, err } = await said(root, 'check', name);
    expect(code).toBe(2);
    expect(err).toContain(`There is no action, integration or transcript "${name}".`);
    expect(err).toContain(hint);
  });

  test.each(['get-ticket', 'zendesk', 'zendesk/get-ticket', SPEC, CHAT, `./${SPEC}`, 'specs\\zendesk\\bot.yaml'])(
    'takes %s',
    async (name) => {
      const { code, out } = await said(root, 'check', name, '--target', 'xo11');
      expect([code, out.split(':')[0]]).toEqual([0, '1 conversation on xo11']);
    },
  );
});

describe('check --update', () => {
  test('writes the lines anew that a changed text touches, and nothing else', async () => {
    commit();
    edit(SPEC, 'What is the ticket ID?', 'Which ticket?');
    edit(SPEC, 'title: Ticket ${name}', 'title: "${name}: the ticket"');
    write('specs/zendesk/bot.yaml', read('specs/zendesk/bot.yaml'));
    write(CHAT, TRANSCRIPT.replaceAll('\n', '\r\n'));
    const { code, out, err } = await said(root, 'check', '--update');
    expect({ code, err }).toEqual({ code: 0, err: '' });
    expect(out).toContain('-bot: What is the ticket ID? For *');
    expect(out).toContain('+bot: Which ticket? For example 1001.');
    expect(read(CHAT)).toBe(
      TRANSCRIPT.replace('What is the ticket ID? For *', 'Which ticket? For example 1001.')
        .replace('bot: Ticket Sample', 'bot: Sample: the ticket')
        .replaceAll('\n', '\r\n'),
    );
    expect(await said(root, 'check')).toMatchObject({ code: 0 });
  });

  test('does it again after a second change, without a commit between', async () => {
    commit();
    for (const [before, after] of [
      ['What is the ticket ID?', 'Which ticket?'],
      ['Which ticket?', 'Which one?'],
    ] as const) {
      edit(SPEC, before, after);
      expect(await said(root, 'check', '--update')).toMatchObject({ code: 0 });
    }
    expect(read(CHAT)).toContain('bot: Which one? For example 1001.');
  });

  test('refuses where the bot goes another way', async () => {
    commit();
    edit(
      SPEC,
      '  ticketId:\n    type: text',
      '  reason:\n    prompt: Why?\n    example: lost\n  ticketId:\n    type: text',
    );
    edit(SPEC, 'path: /tickets/${ticketId | trim}', 'path: /tickets/${ticketId | trim}/${reason | trim}');
    const before = read(CHAT);
    const { code, err } = await said(root, 'check', '--update');
    expect(code).toBe(1);
    expect(err).toMatch(/get-ticket\.chat:\d+ {2}not written anew: the bot goes another way: /);
    expect(read(CHAT)).toBe(before);
  });

  test('refuses where another request is sent', async () => {
    commit();
    edit(SPEC, 'path: /tickets/', 'path: /v2/tickets/');
    edit(SPEC, 'title: Ticket ${name}', 'title: "${name}"');
    const { code, err } = await said(root, 'check', '--update');
    expect(code).toBe(1);
    expect(err).toMatch(
      /not written anew: another request is sent: GET https:.*\/tickets\/1001.* before, GET https:.*\/v2\/tickets/,
    );
    expect(read(CHAT)).toBe(TRANSCRIPT);
  });

  test('refuses where no text changed, but the transcript did', async () => {
    commit();
    edit(CHAT, 'What is the ticket ID?', 'Which one?');
    const { code, err } = await said(root, 'check', '--update');
    expect(code).toBe(1);
    expect(err).toContain('only the transcript is another one');
    expect(read(CHAT)).toContain('Which one?');
  });

  test('says when there is nothing to compare with', async () => {
    edit(SPEC, 'What is the ticket ID?', 'Which ticket?');
    const { code, err } = await said(root, 'check', '--update');
    expect(code).toBe(1);
    expect(err).toContain('There is no commit whose words could be compared with these.');
    expect(read(CHAT)).toBe(TRANSCRIPT);
  });
});
