import type { Field } from '../generator/model/model';
import { answerOf, type AnswerPart } from './answers';
import type { CursorContext } from './known';

/** Whether what stands at these keys of an action is a path of its answer, and from where it counts: '' is the top. */
export function baseOf(path: readonly string[], context: CursorContext): string | undefined {
  const [first, second, ...rest] = path;
  if (first === 'request' && path.includes('paging')) return '';
  if (first !== 'response' || !context.action) return undefined;
  if (second === 'at') return '';
  const top = topIn(context);
  if (second === 'owner' || second === 'confirm' || second === 'where') return top;
  return second === 'fields' ? insideLists(rest, context.action.response.fields, top) : undefined;
}

/** Where one thing of the answer stands. */
function topIn(context: CursorContext): string {
  const [written = ''] = context.action?.response.at ?? [];
  const top = joined('', written);
  return answerOf(context)?.at(top)?.shape === 'list' ? `${top}[0]` : top;
}

/** Inside a list of the answer paths count from one of its entries. */
function insideLists(path: readonly string[], fields: readonly Field[], base: string): string {
  const [name, key, ...rest] = path;
  const list = fields.find((field) => field.name === name);
  if (key === undefined || key === 'each' || !list || !('each' in list)) return base;
  const below = belowList(base, list.each);
  return key === 'fields' ? insideLists(rest, list.fields, below) : below;
}

/** One entry of a list; where the answer is the list itself, its entries have been entered already. */
export const belowList = (base: string, each: string): string =>
  base.endsWith('[0]') && (each === '' || each === '.') ? base : `${joined(base, each)}[0]`;

export const joined = (base: string, path: string): string =>
  path === '' || path === '.' ? base : base === '' || path.startsWith('data.') ? path : `${base}.${path}`;

/** A key of the answer, and what stands there. */
export interface AnswerField {
  readonly name: string;
  readonly part: AnswerPart | undefined;
}

/** What the answer has below a path that is being typed; `written` ends with the step that is typed. */
export function stepsAt(written: string, base: string, context: CursorContext): readonly AnswerField[] {
  const answer = answerOf(context);
  if (!answer) return [];
  const before = joined(base, /^(.*?)\.?\w*$/.exec(written)?.[1] ?? '');
  return answer.keysBelow(before).map((name) => ({ name, part: answer.at(joined(before, name)) }));
}

/** What a path leads to. */
export const partAt = (path: string, context: CursorContext): AnswerPart | undefined => answerOf(context)?.at(path);

/** In words: the type, and what the API says of it. */
export const inWords = (part: AnswerPart | undefined): string =>
  part === undefined ? '' : part.says === undefined ? part.type : `${part.type}. ${part.says}`;
