/// <reference lib="dom" />
import type { TurnView } from '../web/protocol';
import { callCard } from './call-card';
import { element } from './dom';
import { duration } from './duration';
import { messageCard } from './message-card';
import { tree } from './tree';

export interface FactsOptions {
  /** Which dialog and node someone wants to see in the picture. */
  readonly onNode: (dialog: string, node: string) => void;
}

/** Which groups are open, and what is searched for: kept from turn to turn. */
interface Kept {
  readonly open: Map<string, boolean>;
  search: string;
}

/** Shows in `holder` everything there is to know about a turn. */
export function createFacts(holder: HTMLElement, options: FactsOptions): (turn: TurnView | undefined) => void {
  const kept: Kept = { open: new Map(['Path', 'Notes', 'Service calls'].map((title) => [title, true])), search: '' };
  return (turn) => {
    const nothing = element('p', { class: 'soft empty', text: 'The bot has not spoken yet.' });
    holder.replaceChildren(...(turn === undefined ? [nothing] : factsOf(turn, kept, options)));
  };
}

function factsOf(turn: TurnView, kept: Kept, options: FactsOptions): readonly HTMLElement[] {
  const errors = turn.notes.filter(({ code }) => /error|failed|lost|limit|unresolved|missing/.test(code));
  return [
    summary(turn),
    ...(errors.length > 0 ? [notes(errors, 'trouble')] : []),
    group(kept, 'Path', turn.path.length, () => path(turn, options)),
    group(kept, 'Service calls', turn.calls.length, () => element('div', {}, ...turn.calls.map(callCard))),
    group(kept, 'Messages', turn.messages.length, () => element('div', {}, ...turn.messages.map(messageCard))),
    group(kept, 'Notes', turn.notes.length, () => notes(turn.notes, '')),
    group(kept, 'Context and session', undefined, () => values(turn, kept)),
  ];
}

function summary({ said, clicked, ms, calls, waiting }: TurnView): HTMLElement {
  const service = calls.reduce((sum, call) => sum + call.ms, 0);
  const what =
    said === undefined ? 'The bot greets' : clicked === undefined ? `“${said}”` : `“${said}” (button ${clicked})`;
  const times = [
    `${duration(ms - service)} in the bot`,
    ...(calls.length > 0
      ? [`${duration(service)} in ${calls.length === 1 ? 'one call' : `${calls.length} calls`}`]
      : []),
    waiting === undefined ? 'no dialog is open' : `waits in ${waiting.dialog}`,
  ];
  return element(
    'div',
    { class: 'summary' },
    element('p', { class: 'said', text: what }),
    element('p', { class: 'soft', text: times.join(' · ') }),
  );
}

function group({ open }: Kept, title: string, count: number | undefined, content: () => HTMLElement): HTMLElement {
  const empty = count === 0;
  const head = element(
    'summary',
    {},
    element('span', { text: title }),
    count === undefined ? undefined : element('span', { class: 'count', text: String(count) }),
  );
  const details = element('details', { class: 'group' }, head);
  const fill = () => {
    if (details.childElementCount === 1)
      details.append(empty ? element('p', { class: 'soft', text: 'None in this turn.' }) : content());
  };
  details.open = open.get(title) ?? false;
  if (details.open) fill();
  details.addEventListener('toggle', () => {
    open.set(title, details.open);
    if (details.open) fill();
  });
  return details;
}

function path({ path: visits }: TurnView, { onNode }: FactsOptions): HTMLElement {
  const rows = visits.map(({ dialog, nodeId, type, component, transition, ms }, i) => {
    const from = visits[i - 1]?.dialog === dialog ? undefined : element('p', { class: 'soft dialog', text: dialog });
    const way =
      transition === undefined
        ? 'waits'
        : transition === 'default'
          ? 'goes on'
          : transition === 'none'
            ? 'stops'
            : `rule ${transition + 1}`;
    const stop = element(
      'button',
      {
        class: 'stop',
        title: 'Show in the flow',
        attributes: { type: 'button' },
        on: { click: () => onNode(dialog, nodeId) },
      },
      element('span', { class: 'stop-name', text: component }),
      element('span', { class: 'soft', text: `${type} · ${way}` }),
      element('span', { class: 'ms', text: duration(ms) }),
    );
    return element('li', {}, from, stop);
  });
  return element('ol', { class: 'path' }, ...rows);
}

function notes(all: TurnView['notes'], kind: string): HTMLElement {
  return element(
    'ul',
    { class: `notes ${kind}` },
    ...all.map(({ code, text, component, line, column }) =>
      element(
        'li',
        {},
        element('span', { class: 'code', text: code }),
        ` ${text}`,
        line === undefined
          ? undefined
          : element('span', {
              class: 'soft',
              text: ` (${component ?? ''} line ${line}${column === undefined ? '' : `, column ${column}`})`,
            }),
      ),
    ),
  );
}

function values({ context, session }: TurnView, kept: Kept): HTMLElement {
  const holder = element('div', {});
  const show = () =>
    holder.replaceChildren(
      element('h4', { text: 'context' }),
      tree(context, kept.search),
      element('h4', { text: 'session' }),
      tree(session, kept.search),
    );
  const field = element('input', {
    class: 'search',
    attributes: { type: 'search', placeholder: 'Search keys and values', 'aria-label': 'Search context and session' },
  });
  field.value = kept.search;
  field.addEventListener('input', () => {
    kept.search = field.value;
    show();
  });
  show();
  return element('div', {}, field, holder);
}
