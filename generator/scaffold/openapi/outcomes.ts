import type { ApiDocument, Schema } from '../../../apis/openapi/document';
import type { ApiResponse, Operation } from '../../../apis/openapi/operations';
import type { DraftOutcome } from '../draft';
import { plainSchema } from './plain-schema';

/** Statuses that deserve a sentence of their own; what every action says anyway is not among them. */
const NAMED: Readonly<Record<number, readonly [name: string, says: string]>> = {
  402: ['unpaid', 'That needs a payment first.'],
  405: ['not-possible', 'That is not possible there.'],
  409: ['conflict', 'That is in conflict with something that is there already.'],
  410: ['gone', 'That is gone for good.'],
  412: ['changed', 'Somebody has changed it in the meantime.'],
  413: ['too-large', 'That is too large.'],
  423: ['locked', 'That is locked at the moment.'],
  451: ['withheld', 'That may not be shown for legal reasons.'],
};

/** The outcomes that a document names besides those that every action has, with the place of the service's own words. */
export function outcomesOf(document: ApiDocument, { responses }: Operation): readonly DraftOutcome[] {
  const named = responses.flatMap((response): readonly DraftOutcome[] => {
    const [name, says] = NAMED[Number(response.status)] ?? [];
    if (name === undefined || says === undefined) return [];
    const reason = reasonIn(document, response);
    return [
      {
        name,
        statuses: [Number(response.status)],
        says: reason === undefined ? says : `${says} \${reason}`,
        ...optional(reason),
      },
    ];
  });
  return [...named, ...refused(document, responses)];
}

/** 400 and 422 are refused by themselves; with the path of the reason they say why. */
function refused(document: ApiDocument, responses: readonly ApiResponse[]): readonly DraftOutcome[] {
  const found = responses.filter(({ status }) => status === '400' || status === '422');
  const reasons = found.map((response) => reasonIn(document, response));
  const reason = reasons.find((one) => one !== undefined);
  if (reason === undefined) return [];
  const statuses = found.filter((_, i) => reasons[i] === reason).map(({ status }) => Number(status));
  return [{ name: 'refused', statuses, reason, says: 'It was refused. ${reason}' }];
}

const optional = (reason: string | undefined) => (reason === undefined ? {} : { reason });

/** Where an error says why, by the names that APIs use. */
const WORDS = /^(message|error_?description|description|detail|details|error_?message|title|reason|error|msg)$/i;
const BLOCKS = /^(errors?|meta|fault|data|response)$/i;

const reasonIn = (document: ApiDocument, { schema }: ApiResponse): string | undefined =>
  schema === undefined ? undefined : wordsIn(document, schema, [], 0)?.join('.');

function wordsIn(
  document: ApiDocument,
  written: Schema,
  path: readonly string[],
  depth: number,
): readonly string[] | undefined {
  const { properties, items, type } = plainSchema(document, written);
  if (type === 'array' && items !== undefined && depth > 0 && depth < 4)
    return wordsIn(document, items, [...path, '0'], depth + 1);
  const texts = [...properties].filter(
    ([key, one]) => WORDS.test(key) && plainSchema(document, one.schema).type === 'string',
  );
  const best = [...texts].sort(([a], [b]) => rankOf(a) - rankOf(b))[0];
  if (best !== undefined) return [...path, best[0]];
  if (depth >= 4) return undefined;
  for (const [key, one] of properties) {
    const found =
      BLOCKS.test(key) || WORDS.test(key) ? wordsIn(document, one.schema, [...path, key], depth + 1) : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

const ORDER = [
  'message',
  'error_description',
  'description',
  'detail',
  'details',
  'error_message',
  'title',
  'reason',
  'error',
  'msg',
];
const rankOf = (key: string) => ORDER.indexOf(key.toLowerCase().replace(/^error(?=[dm])/, 'error_'));
