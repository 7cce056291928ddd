import type { BotEvent } from '../format';
import type { ComparedBot } from './bot-index';
import { messageFacts } from './component-facts';
import type { ItemChange } from './diff';
import { compareFacts } from './facts';
import type { ComparedFact, ComparedFacts } from './facts';
import { diffItems } from './items';

interface Event {
  readonly name: string;
  readonly type: 'event';
  readonly facts: ComparedFacts;
}

/** What the bot does on its events (welcome, not understood, task failed …). An event that is off equals no event. */
export const diffEvents = (before: ComparedBot, after: ComparedBot): readonly ItemChange[] =>
  diffItems(eventsOf(before), eventsOf(after), [(e) => e.name], (b, a) => compareFacts(b.facts, a.facts));

const eventsOf = (index: ComparedBot): readonly Event[] =>
  Object.entries(index.bot.definition.botEvents)
    .filter(([, event]) => event.enabled)
    .map(([name, event]) => ({ name, type: 'event', facts: eventFacts(event, index) }));

function eventFacts(event: BotEvent, index: ComparedBot): ComparedFacts {
  const facts = new Map<string, ComparedFact>([['does', { as: 'value', text: event.action }]]);
  if (typeof event.task === 'string' && event.task !== '') {
    facts.set('dialog', { as: 'value', text: index.dialogName(event.task), same: event.task });
  }
  return new Map([...facts, ...messageFacts(event.msg, 'message')]);
}
