import { secretValues } from './secret-values';

/** A stretch of a text that looks like a credential. */
export interface Secret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** What credentials look like; where two fit the same text, the first names it. The group `secret`, if any, is the credential. */
const kinds: readonly { readonly what: string; readonly pattern: RegExp }[] = [
  { what: 'a Shopify token', pattern: /\bshp(?:at|ca|pa|ss|ua|tka)_[A-Za-z0-9]{16,}/g },
  { what: 'a private key', pattern: /-----BEGIN [A-Z ]*PRIVATE KEY-----[^-]*(?:-----END [A-Z ]*PRIVATE KEY-----)?/g },
  { what: 'a signed token', pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]*/g },
  { what: 'an AWS key', pattern: /\b(?:AKIA|ASIA)[0-9A-Z]{16}\b/g },
  { what: 'a Google API key', pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { what: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})/g },
  { what: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/g },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/g },
  { what: 'a Slack token', pattern: /\bxox[abeoprs]-[A-Za-z0-9-]{10,}/g },
  { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { what: 'an API key', pattern: /\b(?:sk|rk|pk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,}/g },
  {
    what: 'a password in an address',
    pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{1,100}:(?<secret>[^\s/:@]{3,300})@/gi,
  },
  { what: 'a bearer token', pattern: /\bBearer\s+(?<secret>[A-Za-z0-9._~+/-]{20,}=*)/gi },
  { what: 'a user name and password', pattern: /\bBasic\s+(?<secret>(?=\S{0,200}[\d=])[A-Za-z0-9+/]{16,}=*)/g },
  {
    what: 'a credential',
    pattern:
      /\b(?:access[-_ ]?token|api[-_ ]?key|client[-_ ]?secret|password|passwd|secret|token)["']?\s*[:=]\s*["']?(?<secret>(?=[^\s"']{0,200}\d)(?=[^\s"']{0,200}[a-z])[A-Za-z0-9+/_.~-]{20,}=*)/gi,
  },
];

/** Everything in a text that looks like a credential, in the order of the text. */
export function findSecrets(text: string): readonly Secret[] {
  const found: Secret[] = [];
  let rest = text;
  for (const { what, pattern } of kinds) {
    const ofKind = [...rest.matchAll(pattern)].map((match): Secret => {
      const secret = match.groups?.['secret'] ?? match[0];
      const start = match.index + match[0].lastIndexOf(secret);
      return { what, start, end: start + secret.length };
    });
    for (const secret of ofKind) found.push(secret);
    // What has a name already is not looked at again.
    rest = blotted(rest, ofKind);
  }
  for (const place of secretValues(rest)) found.push({ what: 'a credential', ...place });
  return found.sort((a, b) => a.start - b.start);
}

/** The same text with every credential blotted out; it is as long, and has the same lines. */
export const maskSecrets = (text: string): string => blotted(text, findSecrets(text));

function blotted(text: string, secrets: readonly Secret[]): string {
  if (secrets.length === 0) return text;
  const pieces: string[] = [];
  let from = 0;
  for (const { start, end } of secrets) {
    pieces.push(text.slice(from, start), text.slice(start, end).replace(/[^\r\n]/g, '•'));
    from = end;
  }
  return pieces.join('') + text.slice(from);
}
