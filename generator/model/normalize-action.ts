import { normalizeConfirm, writes } from './confirm';
import { inputTypes } from './input-types';
import type { Action, Next, Phrase, Reply } from './model';
import { normalizeInput, words } from './normalize-input';
import { defined, normalizeButtons, normalizeReply } from './normalize-reply';
import { normalizeOutcomes, refusedReply } from './named-outcomes';
import { sharedOutcomes, type SharedOutcome } from './outcomes';
import { normalizeRequest } from './normalize-request';
import { DONE, normalizeResponse } from './normalize-response';
import { normalizeSteps } from './normalize-steps';
import type { Reader } from './reader';
import type { WrittenAction } from './written/action';
import { ownValue } from '../../kore/own-value';

/** An action as written → a complete action. `id` is its file's name. */
export function normalizeAction(read: Reader, id: string, written: WrittenAction): Action {
  const texts = (key: 'utterances' | 'tests') => (written[key] ?? []).map((text, i) => read.phrase([key, i], text));
  const reply = (outcome: 'found' | 'done') => normalizeReply(read, ['reply', outcome], written.reply[outcome] ?? '');
  return defined({
    id,
    identity: written.id ?? id,
    title: read.phrase(['title'], written.title),
    description: read.phrase(['description'], written.description),
    descriptions: normalizeDescriptions(read, written),
    scopes: written.scopes ?? [],
    utterances: texts('utterances'),
    tests: texts('tests'),
    integrationService: written.integrationService,
    inputs: Object.entries(written.inputs ?? {}).map(([name, input]) =>
      normalizeInput(read, ['inputs', name], name, input),
    ),
    steps: normalizeSteps(read, written),
    request: normalizeRequest(read, written.request),
    writes: writes(written),
    confirm: normalizeConfirm(read, written, labelsOf(written)),
    unsure: writes(written)
      ? normalizeReply(read, ['reply', 'unsure'], written.reply.unsure ?? read.sentences.unsure)
      : undefined,
    public: written.public ?? false,
    keep: Object.entries(written.keep ?? {}).map(([name, one]) => ({
      name,
      value:
        typeof one === 'string' ? read.phrase(['keep', name], one) : read.phrase(['keep', name, 'value'], one.value),
      minutes: (typeof one === 'string' ? undefined : one.minutes) ?? KEPT_MINUTES,
      where: read.where(['keep', name]),
    })),
    response: normalizeResponse(read, written.response, doneOf(written)),
    outcomes: normalizeOutcomes(read, written),
    found: reply(written.response?.done === undefined && written.reply.done === undefined ? 'found' : 'done'),
    empty: normalizeReply(read, ['reply', 'empty'], written.reply.empty ?? read.sentences.nothing),
    near: nearReply(read, written),
    needsInput: needsInput(read, written),
    own: ownReplies(read, written),
    next: normalizeNext(read, written),
    where: read.where([]),
  });
}

/** What is said before things that are only like what was asked for. */
const nearReply = (read: Reader, { reply: { near } }: WrittenAction) =>
  near === undefined ? undefined : normalizeReply(read, ['reply', 'near'], near);

const doneOf = ({ reply }: WrittenAction) => (reply.done === undefined ? [] : DONE);

/** What an action says itself for outcomes that bot.yaml words for all. */
function ownReplies(read: Reader, written: WrittenAction): Action['own'] {
  const own = sharedOutcomes.flatMap((outcome): readonly (readonly [SharedOutcome, Reply])[] => {
    const reply = written.reply[outcome];
    return reply === undefined ? [] : [[outcome, normalizeReply(read, ['reply', outcome], reply)]];
  });
  const refused = refusedReply(read, written, written.request.rest === undefined && writes(written));
  return new Map([...own, ...(refused ? [['refused', refused] as const] : [])]);
}

const labelsOf = ({ inputs = {} }: WrittenAction): ReadonlyMap<string, string> =>
  new Map(Object.entries(inputs).map(([name, { label }]) => [name, label ?? words(name)]));
/** As long as the next page waits. */
const KEPT_MINUTES = 15;

/** The sentences that are written; without any, the description, and the first utterances with their examples. */
function normalizeDescriptions(read: Reader, written: WrittenAction): readonly Phrase[] {
  if (written.descriptions !== undefined)
    return written.descriptions.map((text, i) => read.phrase(['descriptions', i], text));
  const own = read.phrase(['description'], written.description);
  const said = written.utterances
    .slice(0, 3)
    .map((utterance) =>
      utterance.replace(
        /\$\{(\w+)\}/g,
        (_, name: string) => ownValue(written.inputs ?? {}, name)?.example ?? words(name),
      ),
    );
  const sentence = `${read.sentences.whenSomeoneSays} ${said.join('; ')}`;
  return [own, { text: [sentence], where: own.where }];
}

function needsInput(read: Reader, written: WrittenAction): Reply {
  const reads = Object.values(written.inputs ?? {}).some(({ type = 'text' }) => 'reads' in inputTypes[type]);
  const several = reads ? { several: read.phrase(['reply'], undefined, read.sentences.several) } : {};
  const own = written.reply['needs-input'];
  if (own !== undefined) return { ...normalizeReply(read, ['reply', 'needs-input'], own), ...several };
  const [name = '', input] = Object.entries(written.inputs ?? {})[0] ?? [];
  const text = read.phrase(
    ['reply'],
    undefined,
    read.sentences.needsInput.replace('${label}', input?.label ?? words(name)),
  );
  return { look: 'text', text, ...several, rows: [], links: [], columns: [], buttons: [], where: text.where };
}

function normalizeNext(read: Reader, written: WrittenAction): Next | undefined {
  const { next, request } = written;
  if (next === undefined && request.paging === undefined) return undefined;
  return defined({
    text: read.phrase(['next', 'text'], next?.text, read.sentences.next),
    noneYet: read.phrase(['next', 'text'], undefined, read.sentences.noneYet),
    noMore: read.phrase(['next', 'text'], undefined, read.sentences.noMore),
    more: request.paging === undefined ? undefined : read.phrase(['next', 'more'], next?.more, read.sentences.more),
    buttons: normalizeButtons(read, ['next', 'buttons'], next?.buttons),
    where: read.where(['next']),
  });
}
