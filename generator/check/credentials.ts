import type { Body } from '../model/body';
import type { Phrase } from '../model/model';
import { placeOf } from './places';
import type { SpecRule } from './rule';

/** Headers, parameters and keys whose value is a credential. */
const NAMED = /authorization|api[-_]?key|token|secret|password|passwd|cookie|credential|signature|subscription-key/i;
/** What is named after a credential and is none: `X-Token-Type`, `tokenUrl`. */
const ABOUT = /(?:type|ur[li]|version|expiry|expires|ttl)$/i;
/** Words that stand before a credential. */
const SCHEME = /^(?:bearer|basic|token|apikey)?\s*$/i;

/** A credential in a header, a parameter or a body comes from a secret variable; its value never stands in a spec. */
export const credentialsAreVariables: SpecRule = (bot, report) => {
  const look = (held: ReadonlyMap<string, Phrase>) => {
    for (const [name, value] of held) {
      const literal = value.text.every((part) => typeof part === 'string') && !SCHEME.test(value.text.join(''));
      const { file, path } = value.where;
      if (!NAMED.test(name) || ABOUT.test(name) || !literal) continue;
      const place = file.at(path);
      if (!/#\s*not a secret\b/.test(file.text.slice(place.end).split('\n')[0] ?? ''))
        report(placeOf(value.where), 'looks-like-secret', 'a credential');
    }
  };
  look(bot.service.headers);
  for (const { request } of bot.actions) {
    if (request.kind === 'graphql') {
      look(
        new Map([...request.variables].flatMap(([name, value]) => (typeof value === 'object' ? [[name, value]] : []))),
      );
      continue;
    }
    look(request.headers);
    look(request.query);
    membersOf(request.body).forEach(look);
  }
};

/** The texts of a body by their keys, for each object in it. */
function membersOf(body: Body | undefined): readonly ReadonlyMap<string, Phrase>[] {
  if (typeof body !== 'object' || body === null || !('kind' in body)) return [];
  if (body.kind === 'list') return body.items.flatMap(membersOf);
  if (body.kind === 'each') return membersOf(body.item);
  const own = [...body.members].flatMap(([name, value]): [string, Phrase][] =>
    typeof value === 'object' && value !== null && !('kind' in value) ? [[name, value]] : [],
  );
  return [new Map(own), ...[...body.members.values()].flatMap(membersOf)];
}
