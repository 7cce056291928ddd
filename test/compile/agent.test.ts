import { describe, expect, test } from 'vitest';
import { TARGETS, type KoreBot, type Target } from '../../kore/format';
import { diffBots } from '../../kore/diff/diff-bots';
import { openBot } from '../../preview/open-bot';
import { botOf, built, edited, specsOf } from '../build/specs';

const parcels = specsOf('parcels');
const withAgent = (said = 'true') => edited(parcels, 'bot.yaml', (text) => `${text}\nagent: ${said}\n`);
const named = ({ definition }: KoreBot, name: string) => definition.dialogComponents.find((c) => c.name === name);
const dialogCalled = ({ definition }: KoreBot, name: string) =>
  definition.dialogs.find((d) => d.localeData['en']?.name === name);
/** The types of a dialog's nodes, and where each goes when nothing else is said. */
const ways = (bot: KoreBot, name: string) =>
  dialogCalled(bot, name)?.nodes.map((node) => {
    const last = node.transitions.at(-1);
    return [node.type, last && 'default' in last ? last.default.replace(/-[0-9a-f]{8}-.*$/, '') : ''];
  });

describe.each(TARGETS)('on %s', (target: Target) => {
  const bot = built(botOf(withAgent()), target);

  test('a dialog that anybody can ask for says so and hands over', () => {
    expect(ways(bot, 'Talk to a person')).toEqual([
      ['intent', 'nd-msg'],
      ['message', 'nd-agt'],
      ['agentTransfer', target === 'xo11' ? 'retToFlow' : 'end'],
    ]);
    expect(dialogCalled(bot, 'Talk to a person')?.isHidden).toBe(false);
    const said = bot.definition.sentences.filter((s) => s.taskId === named(bot, 'Agent_Transfer')?._id);
    expect(said.map((s) => s.sentence)).toContain('connect me to an agent');
    expect(said.length).toBeGreaterThanOrEqual(8);
    expect(named(bot, 'AgentTransferNode')).toMatchObject({ type: 'agentTransfer', containmentType: 'agenttransfer' });
  });

  test('the event of the platform starts that dialog where it was seen to', () => {
    const task = dialogCalled(bot, 'Talk to a person')?.refId;
    expect(bot.definition.botEvents['AGENT_TRANSFER_EVENT']).toEqual(
      target === 'xo11'
        ? { enabled: true, action: 'triggerDialog', task, msg: [], linkedBotStreamId: null }
        : undefined,
    );
  });

  test('an input that nobody can answer leads to a person, in the action’s own zip, too', () => {
    for (const one of [bot, built(botOf(withAgent()), target, 'find-points')]) {
      const nodes = one.definition.dialogs.find((d) => d.nodes.some((n) => n.type === 'entity'))?.nodes ?? [];
      const giveUp = nodes.find((n) => n.type === 'entity')?.nodeOptions?.eventOptions?.defaultMaxRetry?.ref;
      const after = (id: string | undefined) => {
        const way = nodes.find((n) => n.nodeId === id)?.transitions.at(-1);
        return nodes.find((n) => way && 'default' in way && n.nodeId === way.default);
      };
      expect(after(after(giveUp)?.nodeId)?.type).toBe('agentTransfer');
    }
  });

  test('the fallback has a button that leads there', () => {
    const rtm = named(bot, 'FallbackMsg')?.message?.find(({ channel }) => channel === 'rtm');
    expect(decodeURIComponent(rtm?.localeData['en']?.text ?? '')).toContain('talk to a person');
  });

  test('each of them can be left out, and worded', () => {
    const block = '{ text: Hold on., title: A human, utterances: [give me a human], fallback: false, giveUp: false }';
    const own = built(botOf(withAgent(block)), target);
    expect(ways(own, 'A human')).toHaveLength(3);
    expect(decodeURIComponent(named(own, 'AgentMsg')?.message?.[0]?.localeData['en']?.text ?? '')).toBe('Hold on.');
    expect(own.definition.dialogs.filter((d) => d.nodes.some((n) => n.type === 'agentTransfer'))).toHaveLength(1);
    expect(JSON.stringify(named(own, 'FallbackMsg'))).not.toContain('human');
  });

  test('without people there is nothing of it', () => {
    for (const folder of [parcels, withAgent('false')]) {
      const { definition } = built(botOf(folder), target);
      expect(definition.dialogComponents.filter((c) => c.type === 'agentTransfer')).toEqual([]);
      expect(definition.botEvents).not.toHaveProperty('AGENT_TRANSFER_EVENT');
    }
  });

  test('a diff says what comes along', () => {
    const before = built(botOf(parcels), target);
    expect(JSON.stringify(diffBots(before, bot))).toContain('Talk to a person');
    expect(openBot(bot).kore.target).toBe(target);
  });
});

test('on XO 11 the hand-over is laid out as the other nodes are: with places beside botActions, without in boxes', () => {
  const places = (folder: typeof parcels) =>
    dialogCalled(built(botOf(folder), 'xo11'), 'Talk to a person')?.nodes.map((n) => 'positionMeta' in n);
  expect(places(withAgent())).toEqual([true, true, true]);
  const flat = edited(withAgent(), 'bot.yaml', (text) => text.replace('layout: botAction', 'layout: flat'));
  expect(places(flat)).toEqual([true, false, false]);
});
