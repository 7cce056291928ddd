import { readFileSync, writeFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { build } from '../../generator/build';
import { templates, temporary } from '../build/specs';
import { said } from '../cli/recorded';

const TICKETS = join(__dirname, '../apis/openapi/tickets.yaml');

/** A project with one integration, whose one action asks for a ticket. */
function project(): string {
  const root = temporary();
  const folder = join(root, 'specs/desk');
  mkdirSync(folder, { recursive: true });
  const read = (name: string) => readFileSync(join(__dirname, 'desk', name), 'utf8');
  for (const name of ['bot.yaml', 'get-ticket.yaml']) writeFileSync(join(folder, name), read(name));
  return root;
}

const CHAT = `== finds it
user: show me ticket 17
bot: Door is open.

== finds none
user: show me ticket 18
bot: There is no ticket 18.

== is patient
@store fault throttled
user: show me ticket 17
bot: The help desk is busy. Please try again in a minute.
`;

describe('npm run openapi', () => {
  it('keeps what is used, names it in bot.yaml, and the build then checks against it', async () => {
    const root = project();
    const ran = await said(root, 'openapi', TICKETS);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const kept = JSON.parse(readFileSync(join(root, 'specs/desk/schema/desk.json'), 'utf8')) as { paths: object };
    expect(Object.keys(kept.paths)).toEqual(['/tickets/{id}.json']);
    expect(readFileSync(join(root, 'specs/desk/bot.yaml'), 'utf8')).toMatch(
      /service:\n {2}openapi: schema\/desk\.json\n {2}host: /,
    );
    expect((await build(root, 'desk', templates)).diagnostics).toEqual([]);
    const action = join(root, 'specs/desk/get-ticket.yaml');
    writeFileSync(action, readFileSync(action, 'utf8').replace('subject: subject', 'subject: subjet'));
    const [error] = (await build(root, 'desk', templates)).diagnostics;
    expect(error?.message).toBe('The answer has no "subjet". Did you mean "subject"?');
  });

  it('gives the same bytes again, and says which actions are not in the document', async () => {
    const root = project();
    await said(root, 'openapi', TICKETS);
    const path = join(root, 'specs/desk/schema/desk.json');
    const before = readFileSync(path, 'utf8');
    await said(root, 'openapi', TICKETS, '--integration', 'desk');
    expect(readFileSync(path, 'utf8')).toBe(before);
    const action = join(root, 'specs/desk/get-ticket.yaml');
    writeFileSync(action, readFileSync(action, 'utf8').replace('/api/tickets/', '/api/tikcets/'));
    const ran = await said(root, 'openapi', TICKETS);
    expect([ran.code, ran.out]).toEqual([1, '']);
    expect(ran.err).toContain('specs/desk/get-ticket.yaml  its request is not in the document');
    expect(readFileSync(path, 'utf8')).toBe(before);
  });

  it('gives transcripts a service to talk to, with a seed and faults', async () => {
    const root = project();
    await said(root, 'openapi', TICKETS);
    const write = (name: string, text: string) => writeFileSync(join(root, 'specs/desk', name), text);
    write('seed.json', JSON.stringify({ '/tickets': [{ id: 17, subject: 'Door', status: 'open' }] }));
    write('get-ticket.chat', CHAT);
    const ran = await said(root, 'check');
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('3 conversations');
    write('get-ticket.chat', CHAT.replace('Door', 'Window'));
    expect((await said(root, 'check')).err).toContain('Door is open.');
  });

  it.each([
    ['a file that is not there', ['none.yaml'], 'There is no file none.yaml.'],
    ['a file that is no document', ['specs/desk/bot.yaml'], 'so it is no OpenAPI document'],
    ['another integration', [TICKETS, '--integration', 'dsek'], 'Did you mean "desk"?'],
  ])('says of %s what is wrong', async (_what, args, message) => {
    const ran = await said(project(), 'openapi', ...args);
    expect(ran.code).toBe(2);
    expect(ran.err).toContain(message);
  });
});
