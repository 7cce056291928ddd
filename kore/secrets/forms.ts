import { bounded } from './bounded';

/** What a kind of credential looks like. The group `secret`, if the pattern has one, is the credential. */
export interface SecretFormat {
  readonly what: string;
  readonly pattern: RegExp;
}

/**
 * How tokens begin that say of themselves whose they are, as their makers document them. Behind one stands a text without spaces
 * that holds a digit.
 */
const BEGINNINGS: readonly string[] = String.raw`
  ATATT3 ATBB ATCTT3 lin_api_ ntn_ figd_ tfp_ PMAK- rdme_ fio-u- sl\. CFPAT- pat-(?:na|eu)\d- dG9rO api_org_ hf_ r8_
  sk-ant- sk-proj- sk-svcacct- sk-or-v1- gsk_ pplx- xai- AQVN lsv2_(?:pt|sk)_ pcsk_ e2b_ fc-
  EZAK EZTK FLWSECK(?:_TEST)?- sq0(?:atp|csp|idp)- EAAA EAA[A-Z] shippo_(?:live|test)_ duffel_(?:test|live)_ rzp_(?:live|test)_
  access_token\$production\$ access-(?:sandbox|development|production)- whsec_ tk-us- sk_(?:live|test)_ rk_(?:live|test)_ pk_(?:live|test)_
  xkeysib- xsmtpsib- mlsn\. re_ mg-api- PM-[A-Z] AC_ KEY0
  GOCSPX- ya29\. 1//0 LTAI AKID AKCp A3T[A-Z0-9] ABSK bedrock-api-key- HRKU-AA fm[12]_ FlyV1
  CCIPAT_ bkua_ oy2 pypi-AgE rubygems_ dckr_(?:pat|oat)_ CLOJARS_ cio npm_ jfrt_
  gl(?:ptt|dt|rt|rtr|cbt|ft|imt|soat|agent|ffct)- GR1348941 gh[pousr]_ github_pat_ glpat- sgp_ sq[aup]_ pnu_ ico- pul- atlasv1\. hv[sbr]\. dp\.(?:pt|st|ct|sa|scim|audit)\.
  do[opr]_v1_ nfp_ vc[piark]_ sbp_ sb_secret_ napi_ pscale_(?:tkn|pw|oauth)_ dapi tskey- sha256~ ops_eyJ p8e- sntry[su]_ NRAK- NRJS- NRII-
  gl(?:c|sa)_ dt0[a-z]\d\d\. hc[abx][a-z]k_ ph[cx]_ bb(?:live|test)_ xapp- xox[abeoprs][.-] cf(?:ut|at|k)_ t1\.
`
  .trim()
  .split(/\s+/);

/** Addresses to which anybody who knows them may post. */
const HOOK =
  /https:\/\/(?:hooks\.slack\.com\/(?:services|workflows|triggers)\/|(?:\w+\.)?discord(?:app)?\.com\/api\/webhooks\/|[\w-]+\.webhook\.office\.com\/webhookb2\/|hooks\.zapier\.com\/hooks\/catch\/|[\w.-]+\.logic\.azure\.com[:/])[^\s"']{20,}/g;

const limited = ({ what, pattern }: SecretFormat): SecretFormat => ({ what, pattern: bounded(pattern) });

/** Credentials that are known wherever they stand. Where two fit the same text, the first names it. */
export const FORMS: readonly SecretFormat[] = [
  { what: 'a Shopify token', pattern: /\bshp[a-z]{2,3}_[A-Za-z0-9]{16,}/g },
  {
    what: 'a private key',
    pattern: /-----BEGIN [A-Z ]*PRIVATE KEY(?: BLOCK)?-----[^-"]*(?:-----END [A-Z ]*PRIVATE KEY(?: BLOCK)?-----)?/g,
  },
  { what: 'a private key', pattern: /\bPuTTY-User-Key-File-\d:[^"]*?(?:Private-MAC: \w+|(?=")|$)/g },
  { what: 'a private key', pattern: /\bAGE-SECRET-KEY-1[0-9A-Z]{58}/g },
  {
    what: 'a signed token',
    pattern: /(?<![A-Za-z0-9_-])eyJ[A-Za-z0-9_-]{10,}\.[A-Za-z0-9_-]{10,}(?:\.[A-Za-z0-9_-]*){0,3}/g,
  },
  { what: 'an AWS key', pattern: /\b(?:AKIA|ASIA|ABIA|ACCA|AROA|AIDA)[0-9A-Z]{16}\b/g },
  { what: 'a Google API key', pattern: /\bAIza[A-Za-z0-9_-]{35}/g },
  { what: 'a GitHub token', pattern: /\b(?:gh[pousr]_[A-Za-z0-9]{30,}|github_pat_[A-Za-z0-9_]{22,})/g },
  { what: 'a GitLab token', pattern: /\bglpat-[A-Za-z0-9_-]{20,}/g },
  { what: 'an npm token', pattern: /\bnpm_[A-Za-z0-9]{36}/g },
  { what: 'a Slack token', pattern: /\bxox[abeoprs][.-][A-Za-z0-9.-]{10,}/g },
  { what: 'a SendGrid key', pattern: /\bSG\.[A-Za-z0-9_-]{16,}\.[A-Za-z0-9_-]{16,}/g },
  { what: 'an API key', pattern: /\b(?:sk|rk|pk)[-_](?:live|test|proj|ant)?[-_]?[A-Za-z0-9_-]{20,}/g },
  {
    what: 'a token',
    pattern: new RegExp(
      `(?<![A-Za-z0-9_-])(?:${BEGINNINGS.join('|')})(?=[^\\s"']{0,200}\\d)[A-Za-z0-9_.~+/=$-]{16,}`,
      'g',
    ),
  },
  { what: 'a token', pattern: /\bpat[A-Za-z0-9]{14}\.[0-9a-f]{64}\b/g },
  { what: 'a token', pattern: /\bsecret_[A-Za-z0-9]{43}\b/g },
  { what: 'a token', pattern: /\b00D[A-Za-z0-9]{12,15}![A-Za-z0-9._]{60,}/g },
  { what: 'a token', pattern: /(?<![\w-])[MNO][A-Za-z0-9_-]{23,27}\.[A-Za-z0-9_-]{6}\.[A-Za-z0-9_-]{27,}/g },
  { what: 'a token', pattern: /(?<!\w)A{20,}[A-Za-z0-9%]{60,}/g },
  { what: 'a client secret', pattern: /(?<![\w~.-])[A-Za-z0-9_~.-]{3}\dQ~[A-Za-z0-9_~.-]{31,34}(?![\w~.-])/g },
  { what: 'a bot token', pattern: /(?<![\w:])\d{8,10}:AA[A-Za-z0-9_-]{33}/g },
  { what: 'a Twilio key', pattern: /\b(?:SK|AC)[0-9a-f]{32}\b/g },
  { what: 'a WooCommerce key', pattern: /\bc[ks]_[0-9a-f]{40}\b/g },
  { what: 'a Zoho token', pattern: /\b1000\.[0-9a-f]{32}\.[0-9a-f]{32}\b/g },
  { what: 'a Mailgun key', pattern: /\bkey-[0-9a-f]{32}\b/g },
  { what: 'a Mailchimp key', pattern: /\b[0-9a-f]{32}-us\d{1,2}\b/g },
  { what: 'an address that is a secret', pattern: HOOK },
].map(limited);

/** Credentials that what stands around them gives away. */
export const CONTEXTS: readonly SecretFormat[] = [
  {
    what: 'an account key',
    pattern: /\b(?:AccountKey|SharedAccessKey|SharedSecret)=(?<secret>[A-Za-z0-9+/]{30,}=*)/g,
  },
  {
    what: 'a signature',
    pattern: /[?&](?:sig|signature|X-Amz-Signature)=(?<secret>[A-Za-z0-9%+/_-]{20,}=*)/gi,
  },
  {
    what: 'a secret parameter',
    pattern:
      /[?&](?:api[-_]?key|access[-_]?token|auth[-_]?token|client[-_]?secret|token|secret|password|subscription-key)=(?<secret>[A-Za-z0-9%+/_.~-]{8,}=*)/gi,
  },
  {
    what: 'a password in an address',
    pattern: /\b[a-z][a-z0-9+.-]{0,30}:\/\/[^\s/:@]{0,100}:(?<secret>[^\s/:@]{3,300})@/gi,
  },
  { what: 'a bearer token', pattern: /\bBearer\s+(?<secret>[A-Za-z0-9._~+/-]{20,}=*)/gi },
  { what: 'a token', pattern: /\bSSWS\s+(?<secret>[A-Za-z0-9_-]{30,})/g },
  { what: 'a user name and password', pattern: /\bBasic\s+(?<secret>(?=\S{0,200}[\d=])[A-Za-z0-9+/]{16,}=*)/g },
  {
    what: 'a credential',
    pattern:
      /(?<![A-Za-z0-9])(?:access[-_ ]?token|api[-_ ]?key|client[-_ ]?secret|password|passwd|secret|token)["']?\s*[:=]\s*["']?(?<secret>(?=[^\s"']{0,200}\d)(?=[^\s"']{0,200}[a-z])[A-Za-z0-9+/_.~-]{20,}=*)/gi,
  },
].map(limited);
