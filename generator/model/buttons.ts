import type { Action, Button } from './model';

/** Every button of an action's replies. */
export const buttonsOf = (action: Action): readonly Button[] => [
  ...[
    action.found,
    ...(action.near ? [action.near] : []),
    action.empty,
    action.needsInput,
    ...(action.unsure ? [action.unsure] : []),
    ...action.own.values(),
    ...action.outcomes.flatMap(({ reply }) => (reply ? [reply] : [])),
  ].flatMap((reply) => [...reply.buttons, ...(reply.item?.buttons ?? [])]),
  ...(action.next?.buttons ?? []),
];
