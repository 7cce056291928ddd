import { DeployError } from './errors';
import type { FailureCode, DeployStep } from './errors';

interface Rule {
  readonly code: FailureCode;
  readonly statuses?: readonly number[];
  /** The platform's own numbers, in the answer's body. */
  readonly codes?: readonly number[];
  readonly says?: RegExp;
  readonly steps?: readonly DeployStep[];
  readonly likelyCause: string;
  readonly whatToDo: string;
}

const NO_BOT = 'there is no such bot on this host, or the app may not see it';
const CHECK_BOT =
  'check the bot id (builder: General DeploySettings) and the host; XO 10 and XO 11 have different hosts';
const NO_SCOPE = 'the app has no scope for this call, or its scopes were not published';
const GIVE_SCOPE =
  'give the app the scope, publish the bot once so that scopes take effect, and run the same command again';

const SCOPES: Partial<Readonly<Record<DeployStep, string>>> = {
  upload: 'any app of the Admin Console',
  import: 'Admin Console: Bot Definition > Bot Import',
  export: 'Admin Console (or App Builder): Bot Definition > Bot Export',
  variables: 'App Builder: Import Variables (an Admin Console app cannot have it)',
  train: 'Test and Train > Train ML',
  test: 'App Builder: Batch Tests Management and Batch Tests Execution',
  channel: 'Admin Console: Channel Management',
  publish: 'Admin Console: Bot Publish > Publish and Publish Status',
};

/**
 * The first rule that fits explains a failure. *Documented*: the rate-limit sentence, scopes, channel, dependent tasks,
 * the restored version. *Observed* in the vendor's own tests of this API: "Invalid request ID", "Invalid StreamId",
 * "Invalid file id" (each 400), "Permission denied. Scope is incorrect!" (401, code 4002), "Invalid SDK credentials"
 * and "Invalid JWT token" (401), 412 for ids or an icon that are missing. All else is *inferred*, so these patterns are
 * wide.
 */
const RULES: readonly Rule[] = [
  {
    code: 'request-lost',
    says: /invalid request ?id|no such request/i,
    likelyCause: 'the platform no longer knows this import or export request',
    whatToDo: 'run the same command again: it makes the request anew',
  },
  {
    code: 'not-found',
    says: /invalid (stream|bot) ?id/i,
    likelyCause: NO_BOT,
    whatToDo: CHECK_BOT,
  },
  {
    code: 'rate-limit',
    statuses: [429],
    says: /rate limit/i,
    likelyCause: 'more than 60 calls in a minute or 1,800 in an hour for this bot, by this or another client',
    whatToDo: 'wait (an hour at most) and run the same command again: it goes on where it stopped',
  },
  {
    code: 'clock',
    says: /(expired|not active|nbf|iat|issued).*(token|jwt)|(token|jwt).*(expired|not active|issued)|clock/i,
    likelyCause: 'the clock of this machine is wrong, so that the signed token is too old or not valid yet',
    whatToDo: 'set the clock (NTP) and run the same command again',
  },
  {
    code: 'forbidden',
    codes: [4002],
    says: /scope/i,
    likelyCause: NO_SCOPE,
    whatToDo: GIVE_SCOPE,
  },
  {
    code: 'unauthorized',
    statuses: [401],
    says: /invalid (sdk credentials|jwt)/i,
    likelyCause:
      'the client id and secret do not belong together, belong to another host, or the app was deleted; or this machine’s clock is wrong',
    whatToDo: 'compare the client id, the client secret and the host with the app’s page in the Admin Console',
  },
  {
    code: 'forbidden',
    statuses: [403],
    says: /not (permitted|authori[sz]ed|allowed)|permission/i,
    likelyCause: NO_SCOPE,
    whatToDo: GIVE_SCOPE,
  },
  {
    code: 'restored-unpublished',
    says: /restor/i,
    likelyCause: 'the bot was restored to an earlier version and not published since; imports are refused until then',
    whatToDo: 'publish the bot in the builder, then run the same command again',
  },
  {
    code: 'dependent-missing',
    says: /dependen|linked (task|dialog)|missing (task|dialog)/i,
    likelyCause: 'a dialog calls another one (or an event starts one) that is neither in the files nor in the bot',
    whatToDo: 'deploy the whole bot once (without --only), or add the missing action to --only',
  },
  {
    code: 'name-taken',
    says: /name.*(exist|taken|in use|duplicate|unique)|(exist|duplicate).*name|already exist/i,
    likelyCause: 'the account has a bot of this name already',
    whatToDo: 'update that bot with --bot st-…, or choose another name with --name',
  },
  {
    code: 'no-channel',
    says: /channel/i,
    steps: ['publish'],
    likelyCause: 'no channel is enabled; publishing needs at least one',
    whatToDo: 'enable a channel (for example Web/Mobile Client) in the builder, then run the same command again',
  },
  {
    code: 'file-expired',
    statuses: [410],
    says: /file.*(expired|not found|does ?n.t exist|invalid id)|invalid file ?id/i,
    steps: ['import'],
    likelyCause: 'the uploaded file is no longer there',
    whatToDo: 'run the same command again: it uploads the files anew',
  },
  {
    code: 'wrong-platform',
    says: /bot imports? (is|are) not supported|app imports?|higher version|unsupported version/i,
    likelyCause: 'the file is for the other platform: XO 10 takes bots, XO 11 takes apps',
    whatToDo: 'use the other --target, or the other host',
  },
  {
    code: 'wrong-file',
    statuses: [412],
    says: /precondition|(icon|bot ?definition|config ?info|zip ?info).*(required|missing)/i,
    steps: ['import'],
    likelyCause: 'the call lacks the id of a file; a new bot from separate files needs an icon, too',
    whatToDo:
      'build again (npm run build), so that the zip has definition, config and icon; or use XO_NEW_BOT_FILES=zip',
  },
  {
    code: 'wrong-file',
    statuses: [413, 415, 422],
    says: /extension|file (type|format|kind)|not a (valid )?(zip|json)|invalid (zip|json|file|definition)|unsupported file/i,
    steps: ['upload', 'import'],
    likelyCause: 'the platform did not take the file for what it was sent as',
    whatToDo:
      'build again (npm run build); if it stays, switch XO_ZIP_EXTENSION or XO_NEW_BOT_FILES (see deploy/README.md)',
  },
  {
    code: 'not-found',
    statuses: [404],
    likelyCause: NO_BOT,
    whatToDo: CHECK_BOT,
  },
];

/** Explains a refusal by the platform. `said` must be scrubbed already; `code` is the number in the answer's body. */
export function explain(step: DeployStep, said: string, status?: number, code?: number): DeployError {
  const rule = ruleFor(step, said, status, code);
  const failure = {
    step,
    code: rule?.code ?? 'platform',
    platformSaid: said === '' ? `HTTP ${status ?? 'error'} without a message` : said,
    likelyCause: rule?.likelyCause ?? 'the platform refused, and its documentation does not say why it may',
    whatToDo:
      rule?.whatToDo ?? 'read the platform’s message; if that does not help, import the zip by hand in the builder',
  } as const;
  const scope = failure.code === 'forbidden' ? ` (needed: ${SCOPES[step] ?? 'see deploy/README.md'})` : '';
  const known = status === undefined ? {} : { status };
  return new DeployError({ ...failure, ...known, likelyCause: `${failure.likelyCause}${scope}` });
}

function ruleFor(
  step: DeployStep,
  said: string,
  status: number | undefined,
  code: number | undefined,
): Rule | undefined {
  const rules = RULES.filter((r) => fitsStep(r, step));
  return (
    rules.find((r) => r.codes?.some((c) => c === code)) ??
    rules.find((r) => r.says?.test(said)) ??
    rules.find((r) => r.statuses?.some((s) => s === status))
  );
}

const fitsStep = (rule: Rule, step: DeployStep) => rule.steps === undefined || rule.steps.includes(step);
