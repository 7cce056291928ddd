import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { WrittenAction } from '../../generator/model/written/action';
import { scaffoldProject, type ScaffoldProject } from './scaffolded';

const spec = (w: ScaffoldProject, id: string) => parse(w.read(`specs/desk/${id}.yaml`)) as WrittenAction;

describe('an action from a request', () => {
  const run = async (options: { readonly rest: string; readonly id: string; readonly sample?: unknown }) => {
    const w = scaffoldProject();
    const { sample, ...rest } = options;
    if (sample !== undefined) w.write('sample.json', JSON.stringify(sample));
    const ran = await w.run({
      what: 'integration',
      integration: 'desk',
      ...rest,
      ...(sample !== undefined && { sample: 'sample.json' }),
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await w.play(`specs/desk/${options.id}.chat`)).filter((f) => f !== '')).toEqual([]);
    return w;
  };

  it('has a query string, with inputs in it', async () => {
    const w = await run({ rest: 'GET /tickets?status={status}&limit=4', id: 'find-tickets' });
    const { request, inputs } = spec(w, 'find-tickets');
    expect(request.rest).toMatchObject({ path: '/tickets', query: { status: '${status | trim}', limit: '4' } });
    expect(Object.keys(inputs ?? {})).toEqual(['status']);
  });

  it('takes a list as its sample', async () => {
    const w = await run({ rest: 'GET /tickets', id: 'list-tickets', sample: [{ id: 1, subject: 'Door' }] });
    expect(spec(w, 'list-tickets').response).toMatchObject({ at: '.', fields: { things: { each: '.' } } });
  });

  it.each([
    ['DELETE /tickets/{ticketId}', 'delete-ticket', /^(please )?(delete|remove)/, 'Shall I delete the ticket'],
    ['POST /tickets/{ticketId}/close', 'close-ticket', /close/, 'Shall I close the ticket'],
    ['PATCH /tickets/{ticketId}', 'update-ticket', /update|change/, 'Shall I update the ticket'],
  ])('sounds like what it does: %s', async (rest, id, verbs, question) => {
    const w = await run({ rest, id });
    const { utterances, confirm, reply } = spec(w, id);
    expect(utterances[0]).toMatch(verbs);
    expect(utterances.filter((said) => /show me|look up|tell me/.test(said))).toEqual([]);
    expect((confirm as { ask: string }).ask).toContain(question);
    expect(reply.done).toBeDefined();
  });

  it.each([
    ['handle', 'blue-mug'],
    ['email', 'ada@example.com'],
    ['customerId', '1001'],
    ['city', 'London'],
  ])('has an example that fits the field: %s', async (name, example) => {
    const w = await run({ rest: `GET /things/{${name}}`, id: 'get-thing' });
    expect(spec(w, 'get-thing').inputs?.[name]?.example).toBe(example);
  });

  it('is not stopped by what is wrong with another file', async () => {
    const w = scaffoldProject();
    await w.run({ what: 'integration', integration: 'desk', rest: 'GET /tickets/{id}', id: 'get-ticket' });
    for (const broken of [
      'title: [',
      'titel: x\n',
      w.read('specs/desk/get-ticket.yaml').replace('type: text', 'type: txet'),
    ]) {
      w.write('specs/desk/broken.yaml', broken);
      const id = `get-thing-${broken.length}`;
      const ran = await w.run({ what: 'action', integration: 'desk', rest: 'GET /things/{thingId}', id });
      expect(ran.code).toBe(0);
      expect(ran.err).not.toContain('broken.yaml');
    }
  });
});
