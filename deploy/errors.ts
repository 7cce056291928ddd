import { redact } from '../kore/diff/secrets';
import { harmless } from './harmless';

export type DeployStep =
  | 'settings'
  | 'read'
  | 'sign'
  | 'export'
  | 'compare'
  | 'upload'
  | 'import'
  | 'variables'
  | 'train'
  | 'test'
  | 'channel'
  | 'publish';

export type FailureCode =
  | 'unauthorized'
  | 'forbidden'
  | 'clock'
  | 'rate-limit'
  | 'not-found'
  | 'dependent-missing'
  | 'restored-unpublished'
  | 'name-taken'
  | 'wrong-file'
  | 'file-expired'
  | 'wrong-platform'
  | 'no-channel'
  | 'unknown-outcome'
  | 'network'
  | 'timeout'
  | 'refused'
  | 'changing'
  | 'unrelated'
  | 'request-lost'
  | 'bad-answer'
  | 'platform';

/** What a person is told about a failed step: what the platform said, why that is likely, and what to do. */
export interface Failure {
  readonly step: DeployStep;
  readonly code: FailureCode;
  readonly platformSaid?: string;
  readonly status?: number;
  readonly likelyCause: string;
  readonly whatToDo: string;
}

/** The deployment failed in a way that the person can do something about; exit code 1. */
export class DeployError extends Error {
  readonly failure: Failure;
  constructor(failure: Failure) {
    super(`${failure.step}: ${failure.platformSaid ?? failure.likelyCause}`);
    this.name = 'DeployError';
    this.failure = failure;
  }
}

/** The command was used wrongly, or a setting is missing; exit code 2. The message is the whole story. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** Masks the given values and everything that looks like a credential, and makes the text harmless for a terminal. */
export function scrub(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    if (secret.length < 4) continue;
    for (const form of new Set([secret, encodeURIComponent(secret), JSON.stringify(secret).slice(1, -1)])) {
      clean = clean.replaceAll(form, '••••');
    }
  }
  return harmless(redact(clean));
}

/** The failure in lines for a terminal. */
export const failureLines = (failure: Failure): readonly string[] => [
  `✖ ${failure.step} failed (${failure.code})`,
  ...(failure.platformSaid === undefined ? [] : [`  the platform says: ${failure.platformSaid}`]),
  `  likely cause: ${failure.likelyCause}`,
  `  what to do: ${failure.whatToDo}`,
];
