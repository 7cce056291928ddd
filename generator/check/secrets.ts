import type { YamlFile } from '../source/yaml';
import type { Bot } from '../model/model';
import type { Rule } from './rule';

/** What credentials look like. The first that fits names the finding. */
const kinds: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a Shopify token', pattern: /\bshp(?:at|ca|pa|ss|ua|tka)_[A-Za-z0-9]{16,}/ },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----/ },
  { what: 'a signed token', pattern: /\beyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/ },
  { what: 'an AWS key', pattern: /\bAKIA[0-9A-Z]{16}\b/ },
  { what: 'a GitHub token', pattern: /\bgh[pousr]_[A-Za-z0-9]{30,}/ },
  { what: 'a Slack token', pattern: /\bxox[abprs]-[A-Za-z0-9-]{10,}/ },
  { what: 'an API key', pattern: /\b(?:sk|rk|pk)[-_](?:live|test|proj)?[-_]?[A-Za-z0-9]{20,}/ },
  { what: 'a password in an address', pattern: /\b[a-z][a-z0-9+.-]*:\/\/[^\s/:@]+:[^\s/:@]{3,}@/i },
  { what: 'a bearer token', pattern: /\bBearer\s+[A-Za-z0-9._~+/-]{20,}/ },
];

/** No file of the specs holds anything that looks like a credential, also not in a comment. */
export const noSecrets: Rule = (bot, report) => {
  for (const file of filesOf(bot)) {
    for (const { what, pattern } of kinds) {
      const match = pattern.exec(file.text);
      if (!match) continue;
      const place = {
        path: file.path,
        text: masked(file.text, match),
        start: match.index,
        end: match.index + match[0].length,
      };
      report(place, 'looks-like-secret', what);
      break;
    }
  }
};

/** The code frame must not print what should not be there. */
const masked = (text: string, { index, 0: found }: RegExpExecArray) =>
  `${text.slice(0, index)}${found.replace(/[^\n]/g, '•')}${text.slice(index + found.length)}`;

const filesOf = (bot: Bot): ReadonlySet<YamlFile> =>
  new Set([
    bot.where.file,
    ...bot.spoken.flatMap((s) => [
      s.texts.name.where.file,
      ...s.actions.flatMap((a) => [a.where.file, a.title.where.file]),
    ]),
  ]);
