/** How the builder calls a setting, and its values where they are codes. Paths are those of `leaves`. */
interface Words {
  readonly name: string;
  readonly value?: (written: string) => string;
}

const codes =
  (values: Readonly<Record<string, string>>) =>
  (written: string): string =>
    Object.hasOwn(values, written) ? (values[written] ?? written) : written;

const milliseconds = (written: string): string => {
  const ms = Number(written);
  if (!Number.isFinite(ms) || ms <= 0) return written;
  return ms % 60_000 === 0 ? counted(ms / 60_000, 'minute') : counted(ms / 1000, 'second');
};

const counted = (count: number, unit: string) => `${count} ${unit}${count === 1 ? '' : 's'}`;

const seconds = (written: string) => (/^\d+$/.test(written) ? counted(Number(written), 'second') : written);

const yesNo = codes({ true: 'yes', false: 'no' });

/** Of the bot. Names follow the builder's settings pages; what a code means is documented there. */
const BOT: Readonly<Record<string, Words>> = {
  sessionInactiveTime: { name: 'a session ends after', value: milliseconds },
  sessionClosureProcess: { name: 'how sessions are closed' },
  defaultLanguage: { name: 'default language' },
  supportedLanguages: { name: 'languages' },
  'languagePreferences.type': {
    name: 'the language is chosen',
    value: codes({ perVolley: 'for each message', perSession: 'for each session', lifeTime: 'once for each user' }),
  },
  color: { name: 'colour of the bot' },
  strict_pii: { name: 'redact sensitive data strictly' },
  enable_pii: { name: 'redact sensitive data' },
  detectMultiIntent: { name: 'understand several wishes in one message' },
  enableInputTranslation: { name: 'translate what users write' },
  isNLEnabled: { name: 'understand natural language' },
  isCsMatchEnabled: { name: 'match ChatScript patterns' },
  interruptsEnabled: { name: 'a task may be interrupted' },
  'interruptOptions.interruptsEnabled': { name: 'a task may be interrupted' },
  'interruptOptions.numTasksToHold': { name: 'tasks that are held at most' },
  'interruptOptions.showAmbiguous': { name: 'ask when several tasks fit' },
  'interruptOptions.faqBehaviour': { name: 'a question in between' },
  'interruptOptions.smallTalkBehaviour': { name: 'small talk in between' },
  skipSessionMessage: { name: 'say nothing when a session ends' },
  notifyUserViaEmail: { name: 'tell users by e-mail' },
  enableNegativePatterns: { name: 'negative patterns are used' },
  'runCustomScript.enable': { name: 'run the bot’s own functions' },
  purpose: { name: 'made for' },
};

/** Of a node or component. */
const NODE: Readonly<Record<string, Words>> = {
  promptOptions: {
    name: 'asks',
    value: codes({ required: 'always', optional: 'once', hidden: 'never' }),
  },
  reuseOptions: {
    name: 'filled from what was said before',
    value: codes({ '1': 'from words not used yet', '2': 'from all words', '3': 'never' }),
  },
  precedence: {
    name: 'an answer that is a wish, too',
    value: codes({ entityOverIntent: 'is an answer', intentOverEntity: 'is a wish' }),
  },
  'eventOptions.defaultMaxRetry.retry_limit': { name: 'wrong answers at most' },
  'eventOptions.defaultMaxRetry.action': {
    name: 'after the last wrong answer',
    value: codes({ endOfDialog: 'the dialog ends', executeNode: 'another node goes on' }),
  },
  'eventOptions.defaultMaxRetry.ref': { name: 'after the last wrong answer goes to' },
  transitionType: { name: 'goes on', value: codes({ auto: 'by itself', onInput: 'when the user has answered' }) },
  transitionMode: {
    name: 'a called dialog',
    value: codes({ initiateCurrentTask: 'returns here', endCurrentTask: 'replaces this one' }),
  },
  userInputCorrection: { name: 'users may correct what they said' },
  noAutoCorrection: { name: 'spelling stays as written' },
  notForReuse: { name: 'the value is not used elsewhere' },
  isArray: { name: 'takes several values' },
  isHidden: { name: 'hidden from users' },
  isFollowUp: { name: 'only follows another dialog' },
  isSensitive: { name: 'holds sensitive data' },
  piiDataEnabled: { name: 'redact the value' },
  authRequired: { name: 'needs authorization' },
  serviceAPITimeout: { name: 'time limit', value: seconds },
  'timeOutError.closeConversation': { name: 'a time-out ends the conversation' },
  serviceNodeType: { name: 'kind of service' },
};

const wordsFor = (path: string): Words | undefined => {
  if (Object.hasOwn(BOT, path)) return BOT[path];
  return Object.hasOwn(NODE, path) ? NODE[path] : undefined;
};

/** `interruptOptions.holdUx[x].someFlag` → `interrupt options › hold ux [x] › some flag`; a name in brackets stays. */
const spelledOut = (path: string): string => {
  // What has words of its own, such as `header X-Id` or `goes to`, stays.
  if (/\s/.test(path.replace(/\[[^\]]*\]/g, ''))) return path;
  return path
    .split(/(\[[^\]]*\])/)
    .map((part) => (part.startsWith('[') ? ` ${part}` : part.split('.').map(words).join(' › ')))
    .join('')
    .trim();
};

const words = (key: string) =>
  key
    .replace(/_/g, ' ')
    .replace(/(?<=[\p{Ll}\d])\p{Lu}(?=\p{Ll})/gu, (letter) => ` ${letter.toLowerCase()}`)
    .replace(/(?<=[\p{Ll}\d])(?=\p{Lu})/gu, ' ');

/** What a property is called. */
export const settingName = (path: string): string => wordsFor(path)?.name ?? spelledOut(path);

/** What a value of it says. */
export const settingValue = (path: string, written: string): string =>
  wordsFor(path)?.value?.(written) ?? yesNo(written);
