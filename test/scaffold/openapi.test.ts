import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Ask } from '../../cli/run/new-questions';
import type { WrittenAction } from '../../generator/model/written/action';
import type { WrittenBot } from '../../generator/model/written/bot';
import { scaffoldProject, type ScaffoldProject } from './scaffolded';

/** A project that has the document of a help desk, and perhaps integrations. */
function withDocument(...integrations: readonly string[]): ScaffoldProject {
  const w = scaffoldProject(...integrations);
  copyFileSync(join(__dirname, '../apis/openapi/tickets.yaml'), join(w.root, 'tickets.yaml'));
  return w;
}

const desk = { what: 'integration', integration: 'desk', openapi: 'tickets.yaml' } as const;
const spec = (w: ScaffoldProject, id: string) => parse(w.read(`specs/desk/${id}.yaml`)) as WrittenAction;

describe('an integration from a document', () => {
  it('builds without a finding, and its transcripts pass against the stand-in', async () => {
    const w = withDocument();
    const ran = await w.run({ ...desk, operation: ['listTickets', 'createTicket', 'GET /tickets/{id}.json'] });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await w.build('desk')).diagnostics).toEqual([]);
    for (const id of ['list-tickets', 'create-ticket', 'get-ticket']) {
      const failures = await w.play(`specs/desk/${id}.chat`);
      expect(failures.length).toBeGreaterThanOrEqual(2);
      expect(failures.filter((f) => f !== '')).toEqual([]);
    }
  });

  it('has the host, the variables and the credentials of the document', async () => {
    const w = withDocument();
    await w.run({ ...desk, operation: ['getTicket'] });
    const { service, credentials, variables } = parse(w.read('specs/desk/bot.yaml')) as WrittenBot;
    expect(service).toMatchObject({ openapi: 'schema/desk.json', host: '${env.DESK_SUBDOMAIN}.tickets.example' });
    expect(credentials).toEqual({ apiKey: { in: 'query', name: 'key', variable: 'DESK_KEY' } });
    expect(variables?.['DESK_KEY']?.secret).toBe(true);
    expect(variables?.['DESK_SUBDOMAIN']?.pattern).toBeDefined();
  });

  it('says what to run next so that it works, and what to say', async () => {
    const w = withDocument();
    const { out } = await w.run({ ...desk, operation: ['createTicket'] });
    expect(out).toContain('npx kore-action-templates check create-ticket\n');
    expect(out).toContain('and say: create a new ticket\n');
  });
});

describe('an action from an operation', () => {
  it('asks for what it must have and the likeliest of the rest, and asks before it writes', async () => {
    const w = withDocument();
    await w.run({ ...desk, operation: ['createTicket'] });
    const action = spec(w, 'create-ticket');
    expect(action.inputs).toMatchObject({
      subject: { type: 'text', example: 'Printer is offline' },
      status: { type: 'choice', choices: ['open', 'solved'], optional: true },
    });
    expect(action.request.rest).toMatchObject({
      method: 'POST',
      path: '/api/tickets',
      body: { ticket: { subject: '${subject}', status: '${status}' } },
    });
    expect(action.confirm).toEqual({ ask: 'Shall I create a ticket (subject ${subject})?', yes: 'Create it' });
    expect(action.outcomes).toEqual({ conflict: { status: 409 } });
    expect(action.utterances.filter((said) => /^(show|find|look)/.test(said))).toEqual([]);
    expect(w.read('specs/desk/create-ticket.yaml')).toContain('# The API takes these, too: extra, tags, via');
  });

  it('reads numbers as whole tokens, pages as long as a message, and lists as lists', async () => {
    const w = withDocument();
    await w.run({ ...desk, operation: ['getTicket', 'listTickets'] });
    expect(spec(w, 'get-ticket').inputs?.['ticketId']).toMatchObject({ type: 'pattern', example: '1001' });
    const list = spec(w, 'list-tickets');
    expect(list.request.rest?.query).toEqual({ 'page[size]': '4' });
    expect(list.response?.fields?.['tickets']).toMatchObject({ each: 'tickets', fields: { subject: 'subject' } });
  });

  it('comes to an integration that is there, and keeps what its document had', async () => {
    const w = withDocument();
    await w.run({ ...desk, operation: ['getTicket'] });
    const ran = await w.run({
      what: 'action',
      integration: 'desk',
      openapi: 'tickets.yaml',
      operation: ['createTicket'],
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
    const kept = JSON.parse(w.read('specs/desk/schema/desk.json')) as { paths: object };
    expect(Object.keys(kept.paths).sort()).toEqual(['/tickets', '/tickets/{id}.json']);
    expect((await w.build('desk')).diagnostics).toEqual([]);
    expect((await w.play('specs/desk/get-ticket.chat')).filter((f) => f !== '')).toEqual([]);
  });

  it('names the document in a bot.yaml that had none', async () => {
    const w = withDocument();
    await w.run({ what: 'integration', integration: 'desk', rest: 'GET /api/tickets/{id}.json', id: 'get-one' });
    const ran = await w.run({ what: 'action', openapi: 'tickets.yaml', operation: ['createTicket'] });
    expect(ran.code).toBe(0);
    expect(ran.out).toContain('added to  specs/desk/bot.yaml');
    expect((parse(w.read('specs/desk/bot.yaml')) as WrittenBot).service.openapi).toBe('schema/desk.json');
    expect(w.read('specs/desk/bot.yaml')).toContain('# Where requests go.');
    // What was assumed of its answer was wrong, which is now said.
    expect(ran.err).toContain('specs/desk/get-one.yaml');
    expect(ran.err).not.toContain('document-path');
  });

  it.each([
    [
      'an operation with a typo',
      { operation: ['createTikcet'] },
      /no operation "createTikcet"\. Did you mean "createTicket"\?/,
    ],
    ['a path with a typo', { operation: ['POST /tikcets'] }, /Did you mean "POST \/tickets"\?/],
    ['no operation', { operation: [] }, /Say which operations: --operation listTickets\. There are "listTickets"/],
    ['no document', { openapi: 'none.yaml', operation: ['x'] }, /There is no file none\.yaml\./],
  ])('is refused with a way out: %s', async (_what, more, message) => {
    const w = withDocument();
    const ran = await w.run({ ...desk, ...more });
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });

  it('is refused where no conversation can give or show it', async () => {
    const w = withDocument();
    const ran = await w.run({ ...desk, operation: ['loop'] });
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('error  GET /loop: its answer has nothing in it that could be shown');
  });
});

describe('on a terminal', () => {
  const asks = (over: Partial<Ask>): Ask => ({
    choose: (_message, [first]) => (first ? Promise.resolve(first.value) : Promise.reject(new Error('nothing'))),
    several: (_message, choices) => Promise.resolve(choices.slice(0, 1).map(({ value }) => value)),
    input: (message) => Promise.reject(new Error(message)),
    ...over,
  });

  it('shows the operations of the document', async () => {
    const w = withDocument();
    const shown: string[] = [];
    const ran = await w.run(
      desk,
      asks({
        several: (_message, choices) => {
          shown.push(...choices.map(({ name }) => name));
          return Promise.resolve(['createTicket']);
        },
      }),
    );
    expect(ran.code).toBe(0);
    expect(shown).toContain('POST   /tickets');
    expect(ran.out).toContain('specs/desk/create-ticket.yaml');
  });

  it('checks each answer when it is given', async () => {
    const w = withDocument('shopify');
    const said: Record<string, string | undefined> = {};
    await w.run(
      { what: 'integration' },
      asks({
        choose: (_message, choices) => Promise.resolve(choices[0]!.value),
        input: (message, _suggestion, wrong) => {
          for (const answer of ['Not This', 'shopify', 'none.yaml']) said[`${message}: ${answer}`] = wrong?.(answer);
          return Promise.resolve(message.startsWith('Name') ? 'desk' : 'tickets.yaml');
        },
      }),
    );
    expect(said).toMatchObject({
      'Name of the integration (small letters and hyphens): Not This': expect.stringContaining(
        'Use small letters',
      ) as string,
      'Name of the integration (small letters and hyphens): shopify': 'There is such an integration already.',
      'File with the document: none.yaml': 'There is no file none.yaml.',
    });
  });

  it('is left quietly by Ctrl+C', async () => {
    const w = withDocument();
    const left = Object.assign(new Error('User force closed the prompt'), { name: 'ExitPromptError' });
    const ran = await w.run({ what: 'integration' }, asks({ input: () => Promise.reject(left) }));
    expect(ran).toEqual({ code: 130, out: '', err: '' });
  });
});
