/// <reference lib="dom" />
import type { TurnView } from '../web/protocol';
import { byId, fillSelect } from './dom';

export interface TurnBar {
  /** Shows the newest of these turns. */
  readonly show: (turns: readonly TurnView[]) => void;
}

/** Chooses the turn that flow and inspector show. */
export function createTurnBar(onTurn: (turn: TurnView | undefined) => void): TurnBar {
  const select = byId('turn', HTMLSelectElement);
  const before = byId('turn-before', HTMLButtonElement);
  const after = byId('turn-after', HTMLButtonElement);
  let turns: readonly TurnView[] = [];
  const choose = (index: number) => {
    const turn = turns[index];
    if (turn === undefined) return;
    select.selectedIndex = index;
    before.disabled = index === 0;
    after.disabled = index === turns.length - 1;
    onTurn(turn);
  };
  select.addEventListener('change', () => choose(select.selectedIndex));
  before.addEventListener('click', () => choose(select.selectedIndex - 1));
  after.addEventListener('click', () => choose(select.selectedIndex + 1));
  return {
    show: (next) => {
      turns = next;
      fillSelect(
        select,
        turns.map((turn) => ({
          id: String(turn.index),
          name: `${turn.index} · ${turn.clicked ?? turn.said ?? 'The bot greets'}`,
        })),
        '',
      );
      choose(turns.length - 1);
    },
  };
}
