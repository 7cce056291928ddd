import type { Confirm } from './confirmation';
import type { Action } from './model';
import { defined } from './normalize-reply';
import type { Reader } from './reader';
import type { WrittenAction } from './written/action';

/** Whether a request changes something: a mutation, or any method but GET; of a POST the spec may say that it only reads. */
export function writes({ reads, request }: Pick<WrittenAction, 'reads' | 'request'>): boolean {
  if (request.rest === undefined) return isMutation(request.graphql ?? '');
  const { method = 'GET' } = request.rest;
  return method !== 'GET' && !(method === 'POST' && reads === true);
}

/** Whether one of the definitions of a GraphQL text is a mutation; fragments may stand before it. */
function isMutation(graphql: string): boolean {
  let text = graphql.replace(/#.*|"""[\s\S]*?"""|"(?:\\.|[^"\\\n])*"/g, ' ');
  for (let before = ''; before !== text;) {
    before = text;
    text = text.replace(/\{[^{}]*\}/g, ';');
  }
  return text.split(';').some((definition) => /^[\s,]*mutation\b/.test(definition));
}

/** The confirmation of an action that writes. */
export function normalizeConfirm(
  read: Reader,
  written: WrittenAction,
  labels: ReadonlyMap<string, string>,
): Confirm | undefined {
  if (!writes(written)) return undefined;
  const { confirm } = written;
  const own = typeof confirm === 'object' ? confirm : undefined;
  const { sentences } = read;
  const phrase = (key: 'yes' | 'no' | 'change', text: string | undefined, fallback: string) =>
    read.phrase(['confirm', key], text, fallback);
  const title = (input: string) => sentences.change.replace('${label}', labels.get(input) ?? input);
  return defined({
    ask: own && read.phrase(['confirm', 'ask'], own.ask),
    yes: phrase('yes', own?.yes, sentences.yes),
    no: phrase('no', undefined, sentences.no),
    declined: phrase('no', own?.no, sentences.declined),
    change: (own?.change ?? []).map((input) => ({ input, title: phrase('change', undefined, title(input)) })),
    sentBefore: phrase('no', undefined, sentences.sentBefore),
    sendAgain: phrase('no', undefined, sentences.sendAgain),
    where: read.where(['confirm']),
  });
}

/** Every text of a confirmation that people read, with the names that it may use. */
export const confirmPhrases = ({ confirm }: Action, inputs: readonly string[]) =>
  confirm === undefined
    ? []
    : [
        ...[confirm.ask, confirm.declined].flatMap((phrase) => (phrase ? [{ phrase, known: inputs }] : [])),
        ...[confirm.yes, ...confirm.change.map(({ title }) => title)].map((phrase) => ({ phrase, known: [] })),
      ];
