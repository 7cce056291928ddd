import { textsOf } from './body';
import type { Action, Phrase } from './model';

/** The texts of a request that hold what a person said. */
export function requestPhrases({ request }: Action): readonly Phrase[] {
  if (request.kind === 'graphql') return [...request.variables.values()].filter((value) => typeof value === 'object');
  const inBody = request.body === undefined ? [] : textsOf(request.body).map(({ phrase }) => phrase);
  return [request.path, ...request.query.values(), ...request.headers.values(), ...inBody];
}
