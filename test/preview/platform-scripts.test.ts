import { describe, expect, it } from 'vitest';
import { createTables } from '../../preview/data-tables';
import { say } from './build-bot';
import type { BotSpec } from './build-bot';
import { codes, talkTo, texts } from './talk';

const shows = (script: string, text: string, more: Partial<BotSpec> = {}): BotSpec => ({
  ...more,
  dialogs: [
    {
      name: 'Go',
      nodes: [
        { id: 's', type: 'script', to: 'm', with: { script: encodeURIComponent(script) } },
        { id: 'm', type: 'message', with: { message: [say(text)] } },
      ],
    },
  ],
});
const told = async (script: string, text: string, more?: Partial<BotSpec>) =>
  (await talkTo(shows(script, text, more)).say('Go')).messages[0]?.rtm.text;

describe('scripts as real bots write them', () => {
  it('run in sloppy mode: implicit globals, delete, octal, this', async () =>
    expect(
      await told('total = 010; var o = {a: 1}; delete o.a; context.x = total + Object.keys(o).length', '{{context.x}}'),
    ).toBe('8'));
  it('see where the conversation is, and cannot change it', async () => {
    const text = '{{context.taskid}} {{context.intentType}} {{context.currentNodeId}} {{context.previousNodeId}}';
    expect(await told('context.taskid = "mine"', text)).toBe('dg-Go dialog m s');
  });
  it('know time zones', async () =>
    expect(
      await told(
        'context.at = koreUtil.moment.tz("2026-01-15T12:00:00Z", "Asia/Kolkata").format("HH:mm Z")',
        '{{context.at}} {{koreUtil.moment("2026-07-15T12:00:00Z").tz("America/New_York").format("HH:mm")}}',
      ),
    ).toBe('17:30 +05:30 08:00'));
  it('add tags', async () => {
    const bot = shows('tags.addMessageLevelTag("plan", "gold"); contextTags.add("vip"); contextTags.add("vip")', 'ok');
    const conversation = talkTo(bot);
    const turn = await conversation.say('Go');
    expect(turn.notes.map(({ text }) => text)).toContain('message tag: plan = gold');
    expect(conversation.context()['currentTags']).toEqual({ tags: ['vip'] });
  });
  it('call the custom functions beside the definition', async () => {
    const functions = [
      'function shout(text) { return text.toUpperCase() + mark(); }',
      'function mark() { return "!"; }',
    ];
    expect(await told('context.x = shout("hi")', '{{context.x}} {{shout("you")}}', { functions })).toBe('HI! YOU!');
  });
  it('are told when such a file does not run, and are not held up by one that never ends', async () => {
    const broken = await talkTo(shows('context.x = shout("hi")', 'ok', { functions: ['function shout( {'] })).say('Go');
    expect(codes(broken)).toContain('script-error');
    const endless = await talkTo(shows('context.x = 1', 'ok', { functions: ['for (;;);'] })).say('Go');
    expect(endless.notes.map(({ text }) => text)).toContain('a file of custom functions does not run: interrupted');
    expect(texts(endless)).toEqual(['ok']);
  });
});

describe('a data table', () => {
  const table = (method: string, more: Record<string, unknown> = {}) => ({
    type: 'service',
    with: {
      serviceNodeType: 'datatable',
      payload: { resource: 'dataTable', name: 'Accounts', method, ...more } as never,
    },
  });
  const byName = (value: string) => ({
    query: { operator: 'and', expressions: [{ field: 'name', operand: '=', type: 'string', value }] },
  });
  const bot: BotSpec = {
    dialogs: [
      {
        name: 'Add',
        nodes: [
          { id: 'e', name: 'Name', type: 'entity', to: 'ins', with: { entityType: 'label', message: [say('Name?')] } },
          { id: 'ins', ...table('insert', { data: { name: '{{context.entities.Name}}', visits: '1' } }), to: 'upd' },
          {
            id: 'upd',
            ...table('update', { ...byName('{{context.entities.Name}}'), data: { visits: '2' } }),
            to: 'get',
          },
          { id: 'get', ...table('query', byName('{{context.entities.Name}}')), to: 'm' },
          {
            id: 'm',
            type: 'message',
            with: {
              message: [
                say('{{context.get.response.body.queryResult[0].visits}} of {{context.get.response.body.total}}'),
              ],
            },
          },
        ],
      },
      {
        name: 'Clear',
        nodes: [
          { id: 'del', ...table('delete', byName('Ada')), to: 'all' },
          { id: 'all', ...table('query', { limit: '1', skip: '{{0}}' }), to: 'n' },
          {
            id: 'n',
            type: 'message',
            with: {
              message: [say('{{context.all.response.body.queryResult.length}} {{context.all.response.body.hasMore}}')],
            },
          },
        ],
      },
    ],
  };
  it('is written, changed and read, and holds what it is told between tasks', async () => {
    const tables = createTables({ Accounts: [{ name: 'Bo' }, { name: 'Cy' }] });
    const conversation = talkTo(bot, { tables });
    await conversation.say('Add');
    expect(texts(await conversation.say('Ada'))).toEqual(['2 of 1']);
    expect(texts(await talkTo(bot, { tables }).say('Clear'))).toEqual(['1 true']);
    expect(
      tables.run(
        { table: 'Accounts', method: 'query', operator: 'and', expressions: [], data: {}, skip: 0, limit: 9 },
        0,
      ).body,
    ).toMatchObject({ total: 2 });
  });
  it('one conversation’s own tables are not another’s', async () => {
    for (let i = 0; i < 2; i += 1) {
      const conversation = talkTo(bot);
      await conversation.say('Add');
      expect(texts(await conversation.say('Ada'))).toEqual(['2 of 1']);
    }
  });
});

describe('a digital form', () => {
  const bot: BotSpec = {
    forms: [
      {
        refId: 'form-1',
        name: 'signUp',
        components: [
          { componentKey: 'head', type: 'heading' },
          { componentKey: 'fullName', displayName: 'Your name', type: 'textInput', validation: { required: true } },
          {
            componentKey: 'size',
            displayName: 'Size',
            type: 'dropdown',
            options: [
              { label: 'Small', value: 's' },
              { label: 'Large', value: 'l' },
            ],
          },
        ],
      },
    ],
    dialogs: [
      {
        name: 'Join',
        nodes: [
          {
            id: 'f',
            type: 'form',
            to: 'm',
            with: {
              resourceId: 'form-1',
              message: [say('Please fill in.')],
              errorMessage: [say('Not that.')],
              submitMessage: [say('Sent.')],
            },
          },
          {
            id: 'm',
            type: 'message',
            with: { message: [say('{{context.forms.signUp.fullName}}, {{context.forms.signUp.size}}')] },
          },
        ],
      },
    ],
  };
  it('is asked field by field', async () => {
    const conversation = talkTo(bot);
    expect(texts(await conversation.say('Join'))).toEqual(['Please fill in.', 'Your name']);
    expect(texts(await conversation.say(' '))).toEqual(['Not that.', 'Your name']);
    const size = await conversation.say('Ada');
    expect(size.messages[0]?.rtm.template?.payload['quick_replies']).toMatchObject([
      { title: 'Small' },
      { payload: 'l' },
    ]);
    expect(texts(await conversation.say('huge'))).toEqual(['Not that.', 'Size']);
    expect(texts(await conversation.say('large'))).toEqual(['Sent.', 'Ada, l']);
  });
  it('takes all fields at once from a client that sends them', async () => {
    const conversation = talkTo(bot);
    await conversation.say('Join');
    expect(texts(await conversation.say('{"fullName":"Bo","size":"s"}'))).toEqual(['Sent.', 'Bo, s']);
  });
  it('can be left', async () => {
    const conversation = talkTo(bot);
    await conversation.say('Join');
    expect(await conversation.say('cancel')).toMatchObject({ ended: true, completed: { reason: 'Canceled' } });
  });
});
