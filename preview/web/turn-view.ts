import { MASK } from '../../kore/secrets/mask';
import { maskText } from '../mask';
import type { Note, SentMessage, Turn } from '../turn';
import { windowRemarks } from '../windows';
import { shownButtons } from '../readable';
import { callView } from './call-view';
import type { FormFieldView, TurnView } from './protocol';

/** What surrounds a turn: who said what, and what the conversation holds after it. */
export interface Around {
  readonly index: number;
  readonly said?: string;
  readonly before?: Pick<Turn, 'messages'>;
  /** The fields of the form that the turn waits in. */
  readonly form?: readonly FormFieldView[];
  readonly context: unknown;
  readonly session: unknown;
}

const SECRET_KEY = /token|secret|password|authorization/i;

/** A turn for the page. Known secrets, and every text kept under a key that names one, are masked. */
export function turnView(turn: Turn, around: Around, secrets: readonly string[]): TurnView {
  const { index, said, before, form } = around;
  const pressed =
    said === undefined ? undefined : shownButtons(before ?? { messages: [] }).find((b) => b.payload === said);
  const view = {
    index,
    ...(said !== undefined && { said }),
    ...(pressed !== undefined && { clicked: pressed.title }),
    messages: turn.messages,
    path: turn.path,
    calls: turn.calls.map(callView),
    notes: [...turn.notes, ...turn.messages.flatMap(differences)],
    ms: turn.ms,
    ...(turn.waiting && { waiting: turn.waiting }),
    ...(form !== undefined && { form }),
    context: hideSecrets(around.context),
    session: hideSecrets(around.session),
  };
  return JSON.parse(maskText(JSON.stringify(view), secrets)) as TurnView;
}

/** A message that some of Kore.ai's windows would draw otherwise. */
const differences = ({ rtm, dialog, nodeId }: SentMessage): readonly Note[] =>
  windowRemarks(rtm.template).map(({ text }) => ({ code: 'window-differs', text, dialog, nodeId }));

function hideSecrets(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(hideSecrets);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]: [string, unknown]) => [
      key,
      typeof inner === 'string' && inner !== '' && SECRET_KEY.test(key) ? MASK : hideSecrets(inner),
    ]),
  );
}
