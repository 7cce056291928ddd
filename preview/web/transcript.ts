import { shownButtons, readableLines } from '../readable';
import type { BotView, TurnView } from './protocol';

/** A conversation as a `.chat` file. What reads like an instruction of that format is kept from being one. */
export function transcriptOf(bot: BotView, turns: readonly TurnView[]): string {
  const lines = turns.flatMap((turn, i) => [...userLines(turn, turns[i - 1]), ...turn.messages.flatMap(botLines)]);
  const integration = /^(.+)-xo1\d\.zip$/.exec(bot.id)?.[1];
  const heading = [`== A conversation with ${bot.name}`, ...(integration === undefined ? [] : [`@bot ${integration}`])];
  return [...heading, ...lines, ''].join('\n');
}

function userLines(turn: TurnView, before: TurnView | undefined): readonly string[] {
  if (turn.said === undefined) return [];
  if (turn.clicked === undefined) return ['', ...continued('user', turn.said.split('\n'))];
  return ['', `click: ${buttonName(turn, before)}`];
}

/** The second button of the same title is written `Title (2)`. */
function buttonName({ said, clicked = '' }: TurnView, before: TurnView | undefined): string {
  const sameTitle = shownButtons(before ?? { messages: [] }).filter(({ title }) => title === clicked);
  const nth = sameTitle.findIndex(({ payload }) => payload === said);
  return nth <= 0 ? clicked : `${clicked} (${nth + 1})`;
}

const botLines = ({ rtm }: TurnView['messages'][number]): readonly string[] =>
  continued('bot', readableLines(rtm).map(literal));

const continued = (who: string, [first = '', ...rest]: readonly string[]): readonly string[] => [
  `${who}: ${first}`,
  ...rest.map((line) => `  ${line}`),
];

/** A star would stand for anything. */
const literal = (line: string): string => line.replaceAll('*', '\\*');
