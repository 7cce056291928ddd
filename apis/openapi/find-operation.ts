import { closest, distance } from 'fastest-levenshtein';
import type { Method, Operation } from './operations';

/** What was found for a method and a path. */
export type OperationMatch =
  | { readonly operation: Operation }
  /** The path is known, with other methods. */
  | { readonly methods: readonly Method[]; readonly path: string }
  /** Nothing has that path; the nearest one, when it is near. */
  | { readonly nearest?: string };

/** The path of an operation on its server, as a request has it. */
export const wholePath = ({ base, path }: Operation): string => `${base}${path}`;

/**
 * The operation of a method and a whole path whose placeholders (`{…}`) may have any name. A fixed step wins over a parameter, so that
 * `/tickets/recent` is not `/tickets/{id}`.
 */
export function findOperation(operations: readonly Operation[], method: Method, path: string): OperationMatch {
  const asked = shapeOf(path);
  const fitting = operations.filter((operation) => fits(shapeOf(wholePath(operation)), asked));
  const best = Math.max(...fitting.map((one) => fixedSteps(wholePath(one))));
  const paths = fitting.filter((operation) => fixedSteps(wholePath(operation)) === best);
  const operation = paths.find((one) => one.method === method);
  if (operation !== undefined) return { operation };
  const [other] = paths;
  if (other !== undefined) return { methods: paths.map((one) => one.method), path: wholePath(other) };
  const shapes = new Map(operations.map((one) => [shapeOf(wholePath(one)).join('/'), wholePath(one)]));
  const near = closest(asked.join('/'), [...shapes.keys()]);
  const nearest = shapes.get(near);
  return nearest !== undefined && distance(asked.join('/'), near) <= Math.max(2, near.length / 4) ? { nearest } : {};
}

/** The steps of a path; a parameter is `{}`, also inside a step: `{id}.json` is `{}.json`. */
const shapeOf = (path: string): readonly string[] =>
  path
    .replace(/[?#].*$/, '')
    .replace(/\{[^{}]*\}/g, '{}')
    .split('/')
    .filter((step) => step !== '');

const fixedSteps = (path: string) => shapeOf(path).filter((step) => !step.includes('{}')).length;

const fits = (known: readonly string[], asked: readonly string[]) =>
  known.length === asked.length && known.every((step, i) => stepFits(step, asked[i] ?? ''));

/** A parameter takes any step, a fixed part must be there. A placeholder of the spec fits only where a parameter is. */
function stepFits(known: string, asked: string): boolean {
  if (known === asked) return true;
  const parts = known.split('{}');
  if (parts.length !== 2) return false;
  const [start = '', end = ''] = parts;
  return asked.length >= start.length + end.length && asked.startsWith(start) && asked.endsWith(end);
}
