import type { Phrase } from '../model/model';
import { placeOf } from './places';
import type { SpecRule } from './rule';

/** Headers and parameters whose value is a credential. */
const NAMED = /authorization|api[-_]?key|token|secret|password|passwd|cookie|credential|signature|subscription-key/i;
/** What is named after a credential and is none: `X-Token-Type`, `tokenUrl`. */
const ABOUT = /(?:type|ur[li]|version|expiry|expires|ttl)$/i;
/** Words that stand before a credential. */
const SCHEME = /^(?:bearer|basic|token|apikey)?\s*$/i;

/** A credential in a header or in a parameter comes from a secret variable; its value never stands in a spec. */
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
    if (request.kind !== 'rest') continue;
    look(request.headers);
    look(request.query);
  }
};
