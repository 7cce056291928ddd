import type { Draft, DraftField, Drafted, DraftInput, LeafField } from './draft';
import { exampleFor } from './examples';
import { descriptionOf, labelOf, nameOf, questionFor, thingOf, titleOf } from './words';

/** What is asked for: `GET /tickets/{ticketId}`, and perhaps a sample of the answer. */
export interface RestRequestDraft {
  readonly id: string;
  readonly request: string;
  readonly sample?: unknown;
  readonly title?: string;
  readonly description?: string;
}

const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE'];

/** An action from a REST call. `{name}` or `:name` in the path becomes an input; the sample, or an assumed one, the mapping. */
export function draftFromRest(request: RestRequestDraft): Drafted {
  const [, method = 'GET', path = '', search = ''] =
    /^\s*(?:([A-Za-z]+)\s+)?(\/[^\s?#]*)(?:\?(\S*))?\s*$/.exec(request.request) ?? [];
  if (path === '') return problem(`"${request.request}" is no request. Write it as "GET /tickets/{ticketId}".`);
  if (!METHODS.includes(method.toUpperCase()))
    return problem(`"${method}" is no method. Use one of ${METHODS.join(', ')}.`);
  const inputs: DraftInput[] = [];
  const placed = (text: string, hole: RegExp) =>
    text.replace(hole, (_, braces?: string, colon?: string) => {
      const name = nameOf(braces ?? colon ?? '');
      if (!inputs.some((i) => i.name === name)) inputs.push(inputFor(name));
      return `\${${name} | trim}`;
    });
  const written = placed(path, /\$?\{([\w-]+)\}|(?<=\/):(\w+)/g);
  const query = Object.fromEntries(
    [...new URLSearchParams(search)].map(([name, value]) => [name, placed(value, /^\$?\{([\w-]+)\}$/g)]),
  );
  const thing = thingOf(request.id);
  const assumed = request.sample === undefined;
  const answer = request.sample ?? { [nameOf(thing)]: { id: 1, name: `Example ${thing}`, status: 'open' } };
  const mapping = mappingOf(answer);
  if (!mapping)
    return problem(
      'The sample needs an object at its top, or a list of objects, with something in it that could be shown.',
    );
  const draft: Draft = {
    id: request.id,
    title: request.title ?? titleOf(request.id),
    description:
      request.description ??
      descriptionOf(
        request.id,
        method,
        inputs.map((i) => i.label),
      ),
    inputs,
    request: {
      kind: 'rest',
      method: method.toUpperCase(),
      path: written,
      query,
      headers: {},
      writes: method.toUpperCase() !== 'GET',
      others: [],
      answer,
      assumed,
    },
    confirm: {},
    ...mapping,
    ...(method.toUpperCase() !== 'GET' && { done: true as const }),
  };
  return { draft };
}

const problem = (message: string): Drafted => ({ problems: [{ message }] });

function inputFor(name: string): DraftInput {
  const label = labelOf(name);
  const common = { name, label, question: questionFor(label) };
  const type = /e-?mail/i.test(name) ? 'email' : 'text';
  return { ...common, type, example: exampleFor(name, type) };
}

/** A path to the whole answer: it has no steps. */
const WHOLE = '.';

/** The only object below the top is the answer; otherwise the whole is. Where there is nothing but a list, it is shown. */
function mappingOf(answer: unknown): Pick<Draft, 'at' | 'fields' | 'list'> | undefined {
  if (Array.isArray(answer)) return listOf(answer);
  if (!isMap(answer)) return undefined;
  const [first, ...others] = Object.entries(answer);
  const inside = first && others.length === 0 && isMap(first[1]) ? first[1] : undefined;
  const fields = objectFields(inside ?? answer);
  const only = fields.every((field) => 'each' in field) ? fields[0] : undefined;
  if (fields.length === 0) return undefined;
  return { at: inside && first ? first[0] : WHOLE, fields, ...(only ? { list: only.name } : {}) };
}

/** An answer that is a list is shown as one. */
function listOf([first]: readonly unknown[]): Pick<Draft, 'at' | 'fields' | 'list'> | undefined {
  const fields = isMap(first) ? leaves(first) : [];
  if (fields.length === 0) return undefined;
  return { at: WHOLE, fields: [{ name: 'things', each: WHOLE, fields }], list: 'things' };
}

function objectFields(object: Readonly<Record<string, unknown>>): readonly DraftField[] {
  const lists = Object.entries(object).flatMap(([key, value]): readonly DraftField[] =>
    Array.isArray(value) && isMap(value[0]) && leaves(value[0]).length > 0
      ? [{ name: nameOf(key), each: key, fields: leaves(value[0]) }]
      : [],
  );
  return [...leaves(object), ...lists];
}

/** Values of an object, also of objects in it; at most eight, for more is no message. */
function leaves(object: Readonly<Record<string, unknown>>, path: readonly string[] = []): readonly LeafField[] {
  return Object.entries(object)
    .flatMap(([key, value]): readonly LeafField[] => {
      const here = [...path, key];
      if (isMap(value)) return path.length < 2 ? leaves(value, here) : [];
      if (value === null || Array.isArray(value)) return [];
      return [leaf(here, value)];
    })
    .slice(0, 8);
}

function leaf(path: readonly string[], value: unknown): LeafField {
  const name = nameOf(path.join(' '));
  const at = path.join('.');
  if (typeof value === 'string' && /^https:\/\//.test(value)) return { name, value: `${at} | url`, kind: 'link' };
  if (typeof value === 'string' && /^\d{4}-\d\d-\d\d/.test(value)) return { name, value: `${at} | date`, kind: 'text' };
  return { name, value: typeof value === 'string' && value.length > 200 ? `${at} | truncate(200)` : at, kind: 'text' };
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
