import { bodyTexts } from './body';
import type { Action, Phrase, RestRequest, Service } from './model';
import { phrasePieces } from './phrase';
import { placeholders, type Text } from './text';

/** The texts of a request that hold what a person said. */
export function requestPhrases({ request }: Action): readonly Phrase[] {
  if (request.kind === 'graphql') return [...request.variables.values()].filter((value) => typeof value === 'object');
  const inBody = bodyTexts(request.body).map(({ phrase }) => phrase);
  return [request.path, ...[...request.query.values()].flatMap(phrasePieces), ...request.headers.values(), ...inBody];
}

/** The path of a REST request, with what stands before it. */
export const requestPath = ({ path }: Pick<Service, 'path'>, request: Pick<RestRequest, 'path'>): Text => [
  ...(path?.text ?? []),
  ...request.path.text,
];

/** A value of the session or a variable that a request holds. */
export interface Outside {
  readonly from: 'session' | 'env';
  readonly name: string;
}

/** `session.userId` → where it comes from; nothing for the name of an input. */
export function outsideOf(placeholder: string): Outside | undefined {
  const [, from, name] = /^(session|env)\.(\w+)$/.exec(placeholder) ?? [];
  return name === undefined ? undefined : { from: from as Outside['from'], name };
}

/** What the request takes from the session and from variables, each once; with the service, what stands in its path, too. */
export function outsidesOf(action: Action, { path }: Pick<Service, 'path'> = {}): readonly Outside[] {
  const before = path && action.request.kind === 'rest' ? [path] : [];
  const names = [...before, ...requestPhrases(action)].flatMap(({ text }) =>
    placeholders(text).map(({ name }) => name),
  );
  return [...new Set(names)].flatMap((name) => outsideOf(name) ?? []);
}
