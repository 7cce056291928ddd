import { secretValues } from './secret-values';

/** A stretch of a text that looks like a credential. */
export interface Secret {
  readonly what: string;
  readonly start: number;
  readonly end: number;
}

/** How tokens of well-known services begin, as the rules of public scanners have them. */
const PREFIXES: readonly string[] = String.raw`
  ATATT3 ATBB ATCTT3 AKCp LTAI EZAK EZTK FLWSECK(?:_TEST)?- GOCSPX- ya29\. PMAK-
  CFPAT- NRAK- NRJS- CLOJARS_ EAA[A-Z] sq0(?:atp|csp|idp)- pypi-AgE rubygems_ dckr_pat_ dapi lin_api_
  ntn_ figd_ gl(?:c|sa)_ sntry[su]_ dp\.(?:pt|st|ct|sa)\. hv[sbr]\. atlasv1\. do[opr]_v1_ dt0[a-z]\d\d\. duffel_(?:test|live)_ fio-u-
  api_org_ pscale_(?:tkn|pw|oauth)_ rdme_ tk-us- xkeysib- xsmtpsib- shippo_(?:live|test)_ sbp_ tskey- whsec_ sq[aup]_
  pplx- gsk_ xai- phc_ phx_ oy2 sha256~ gl(?:ptt|dt|rt|cbt|ft|imt|soat)- sl\. p8e-
  ops_eyJ A3T[A-Z0-9] bb(?:live|test)_ xapp- hf_ nfp_ tfp_ r8_
`
  .trim()
  .split(/\s+/);

/** Addresses to which anybody who knows them may post. */
const HOOK =
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows)\/|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/|[\w-]+\.webhook\.office\.com\/webhookb2\/)[^\s"']{20,}/g;

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
  {
    what: 'a token',
    pattern: new RegExp(
      `(?<![A-Za-z0-9_-])(?:${PREFIXES.join('|')})(?=[^\\s"']{0,200}\\d)[A-Za-z0-9_.~+/=-]{16,}`,
      'g',
    ),
  },
  { what: 'a private key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}/g },
  { what: 'a bot token', pattern: /(?<![\w:])\d{8,10}:AA[A-Za-z0-9_-]{33}/g },
  { what: 'a Twilio key', pattern: /\b(?:SK|AC)[0-9a-f]{32}\b/g },
  { what: 'a Mailgun key', pattern: /\bkey-[0-9a-f]{32}\b/g },
  { what: 'a Mailchimp key', pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/g },
  { what: 'an AWS key', pattern: /\b(?:ABIA|ACCA|AROA)[0-9A-Z]{16}\b/g },
  { what: 'an address that is a secret', pattern: HOOK },
  { what: 'an account key', pattern: /\b(?:AccountKey|SharedAccessKey|SharedSecret)=(?<secret>[A-Za-z0-9+/]{30,}=*)/g },
  {
    what: 'a signature',
    pattern: /[?&](?:sig|signature|X-Amz-Signature)=(?<secret>[A-Za-z0-9%+/_-]{20,}=*)/gi,
  },
  {
    what: 'a secret parameter',
    pattern:
      /[?&](?:api[-_]?key|access[-_]?token|auth[-_]?token|client[-_]?secret|token|secret|password|subscription-key)=(?<secret>[A-Za-z0-9%+/_.~-]{8,}=*)/gi,
  },
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

/** A text in double quotes, in which YAML and JSON can write any letter as an escape. */
const QUOTED = /"(?:[^"\\]|\\[^])*"/g;

const unescaped = (quoted: string): string =>
  quoted
    .replace(/\\\r?\n[ \t]*/g, '')
    .replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|U([0-9a-f]{8}))/gi, (whole, ...codes: (string | undefined)[]) => {
      const code = parseInt(codes.slice(0, 3).find(Boolean) ?? '', 16);
      return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .replace(/\\/g, '');

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
  for (const { 0: quoted, index } of rest.matchAll(QUOTED)) {
    const [secret] = quoted.includes('\\') ? findSecrets(unescaped(quoted)) : [];
    if (secret) found.push({ what: secret.what, start: index + 1, end: index + quoted.length - 1 });
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
