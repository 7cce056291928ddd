import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { WrittenAction } from '../../generator/model/written/action';
import { transcripts } from '../conversations/play-all';
import { scaffoldProject } from './scaffolded';

const zendesk = {
  what: 'integration',
  integration: 'zendesk',
  id: 'get-ticket',
  rest: 'GET /api/v2/tickets/{ticketId}.json',
} as const;

describe('a new integration', () => {
  it('builds without a finding, and its transcript passes against prepared answers', async () => {
    const w = scaffoldProject();
    const ran = await w.run(zendesk);
    expect([ran.code, ran.err]).toEqual([0, '']);
    const built = await w.build('zendesk');
    expect(built.diagnostics).toEqual([]);
    expect(built.files?.map((f) => f.path)).toContain('zendesk-xo11.zip');
    const failures = await w.play('specs/zendesk/get-ticket.chat');
    expect(failures.length).toBe(4);
    expect(failures.filter((f) => f !== '')).toEqual([]);
  });

  it('says what the prepared answer holds', async () => {
    const w = scaffoldProject();
    await w.run(zendesk);
    const chat = 'specs/zendesk/get-ticket.chat';
    w.write(chat, w.read(chat).replace('bot: ...', 'bot: Ticket Example ticket\n  ...\n  *open*\n  ...'));
    expect((await w.play(chat)).filter((f) => f !== '')).toEqual([]);
    w.write(chat, w.read(chat).replace('*open*', '*closed*'));
    expect((await w.play(chat)).filter((f) => f !== '')).not.toEqual([]);
  });

  it('keeps its token secret and its host bound by a pattern', async () => {
    const w = scaffoldProject();
    await w.run(zendesk);
    const bot = parse(w.read('specs/zendesk/bot.yaml')) as {
      variables: Record<string, { secret?: boolean; pattern?: string }>;
    };
    expect(bot.variables['ZENDESK_TOKEN']?.secret).toBe(true);
    expect(bot.variables['ZENDESK_SUBDOMAIN']?.pattern).toBeDefined();
  });

  it('takes a further action with a sample, and adds its prepared answer to the others', async () => {
    const w = scaffoldProject();
    await w.run(zendesk);
    w.write('users.json', JSON.stringify({ users: [{ name: 'Ada', email: 'ada@example.com' }], count: 1 }));
    const ran = await w.run({
      what: 'action',
      integration: 'zendesk',
      id: 'list-users',
      rest: '/api/v2/users.json',
      sample: 'users.json',
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(JSON.parse(w.read('specs/zendesk/stubs/zendesk.json'))).toHaveLength(2);
    const spec = parse(w.read('specs/zendesk/list-users.yaml')) as WrittenAction;
    expect(spec.response?.fields?.['users']).toEqual({ each: 'users', fields: { name: 'name', email: 'email' } });
    expect((await w.build('zendesk')).diagnostics).toEqual([]);
    expect((await w.play('specs/zendesk/list-users.chat')).filter((f) => f !== '')).toEqual([]);
  });

  it('takes a sample that is a list', async () => {
    const w = scaffoldProject();
    await w.run(zendesk);
    w.write('people.json', JSON.stringify([{ name: 'Ada', town: 'Bath' }]));
    const ran = await w.run({
      what: 'action',
      integration: 'zendesk',
      id: 'list-people',
      rest: '/api/v2/people.json',
      sample: 'people.json',
    });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect((await w.build('zendesk')).diagnostics).toEqual([]);
    expect((await w.play('specs/zendesk/list-people.chat')).filter((f) => f !== '')).toEqual([]);
  });

  it('begins beside another one that has an action of the same id', async () => {
    const w = scaffoldProject();
    expect((await w.run({ what: 'integration', integration: 'zendesk' })).code).toBe(0);
    const ran = await w.run({ what: 'integration', integration: 'freshdesk' });
    expect([ran.code, ran.err]).toEqual([0, '']);
    expect(ran.out).toContain('specs/freshdesk/get-item.chat');
    const found = transcripts(w.root).map(({ path, settings }) => `${path} ${settings.bot}`);
    for (const [chat, bot] of [
      ['specs/zendesk/get-item.chat', 'zendesk'],
      ['specs/freshdesk/get-item.chat', 'freshdesk'],
    ] as const) {
      expect(found).toContain(`${chat} ${bot}`);
      expect((await w.play(chat)).filter((f) => f !== '')).toEqual([]);
      w.write(chat, w.read(chat).replaceAll('bot: ...', `bot: the one of ${bot}\n  ...`));
      const catalogue = (await w.build(bot)).files?.find(({ path }) => path.endsWith('CATALOGUE.md'));
      expect(catalogue?.bytes.toString()).toContain(`bot: the one of ${bot}`);
    }
    const again = await w.run({
      what: 'action',
      integration: 'freshdesk',
      id: 'get-item',
      rest: 'GET /items/{itemId}',
    });
    expect(again.err).toContain('specs/freshdesk/get-item.chat exists already');
  });

  it('does not begin where there is one of that name', async () => {
    const w = scaffoldProject();
    await w.run(zendesk);
    const ran = await w.run(zendesk);
    expect(ran.code).toBe(1);
    expect(ran.err).toContain('specs/zendesk/bot.yaml exists already');
  });
});

describe('wrong usage', () => {
  it.each([
    ['no id', { what: 'action', integration: 'shopify', rest: 'GET /x' }, /--id/],
    ['no request', { what: 'action', integration: 'shopify', id: 'get-x' }, /--graphql .* --rest/],
    ['an id that is none', { what: 'action', integration: 'shopify', id: 'Get_X', rest: 'GET /x' }, /cannot be an id/],
    ['a path as an integration', { what: 'integration', integration: '../up' }, /cannot be an id/],
    [
      'an integration with a typo',
      { what: 'action', integration: 'shopfy', id: 'get-x', rest: 'GET /x' },
      /Did you mean "shopify"/,
    ],
    [
      'a query file that is not there',
      { what: 'action', integration: 'shopify', id: 'get-x', graphql: 'no.graphql' },
      /There is no file no\.graphql\./,
    ],
    [
      'a sample that is not there',
      { what: 'action', integration: 'shopify', id: 'get-x', rest: 'GET /x', sample: 'no.json' },
      /There is no file no\.json\./,
    ],
    [
      'a sample that is no JSON',
      { what: 'action', integration: 'shopify', id: 'get-x', rest: 'GET /x', sample: 'specs/shopify/bot.yaml' },
      /specs\/shopify\/bot\.yaml is not JSON: /,
    ],
  ] as const)('is explained, with exit code 2: %s', async (_what, options, message) => {
    const ran = await scaffoldProject('shopify').run(options);
    expect([ran.code, ran.out]).toEqual([2, '']);
    expect(ran.err).toMatch(message);
  });
});

describe('on a terminal', () => {
  it('asks for what the flags leave open, with suggestions', async () => {
    const w = scaffoldProject('shopify');
    w.write('query.graphql', 'query S { shop { name } }');
    const asked: string[] = [];
    const answers: Record<string, string> = { 'What is new?': 'action', 'How does it get its answer?': 'graphql' };
    const ran = await w.run(
      { what: 'action' },
      {
        choose: (message, choices) => {
          asked.push(message);
          const choice = choices.find((c) => c.value === answers[message]) ?? choices[0];
          return choice ? Promise.resolve(choice.value) : Promise.reject(new Error(message));
        },
        several: (message) => Promise.reject(new Error(message)),
        input: (message, suggestion) => {
          asked.push(message);
          return Promise.resolve(message.startsWith('Id') ? 'get-shop-name' : (suggestion ?? ''));
        },
      },
    );
    expect(ran.code).toBe(0);
    expect(asked).toHaveLength(5);
    expect((parse(w.read('specs/shopify/get-shop-name.yaml')) as WrittenAction).title).toBe('Get shop name');
  });
});
