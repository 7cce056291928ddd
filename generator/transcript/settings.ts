import { TranscriptError } from './transcript';
import type { Directive, TranscriptSettings } from './transcript';

/** Directives that stand above the first line of a conversation. */
export const SETTINGS: readonly string[] = [
  'bot',
  'target',
  'credentials',
  'audience',
  'language',
  'scopes',
  'session',
  'env',
  'stub',
  'choose',
];

/** Reads them. `@session` and `@env` may stand several times, every other one once. */
export function readTranscriptSettings(directives: readonly Directive[], path: string): TranscriptSettings {
  const one = (name: string): string | undefined => {
    const [first, second] = directives.filter((d) => d.name === name);
    if (second !== undefined) throw new TranscriptError(path, second.line, `@${name} stands twice`);
    if (first?.value === '') throw new TranscriptError(path, first.line, `@${name} needs a value`);
    return first?.value;
  };
  const pairs = (name: string): Readonly<Record<string, string>> =>
    Object.fromEntries(
      directives
        .filter((d) => d.name === name)
        .map(({ value, line }) => {
          const [, key, set] = /^(\w+)=(.*)$/.exec(value) ?? [];
          if (key === undefined || set === undefined)
            throw new TranscriptError(path, line, `@${name} is written @${name} NAME=value`);
          return [key, set];
        }),
    );
  const target = readTarget(one('target'), directives, path);
  const scopes = one('scopes');
  return defined({
    bot: one('bot') ?? integrationOf(path, directives[0]?.line ?? 1),
    session: pairs('session'),
    env: pairs('env'),
    target,
    credentials: one('credentials'),
    audience: one('audience'),
    language: one('language'),
    stub: one('stub'),
    choose: readChoice(one('choose')),
    scopes: scopes === 'none' ? [] : scopes?.split(/[\s,]+/),
  });
}

function readTarget(
  target: string | undefined,
  directives: readonly Directive[],
  path: string,
): TranscriptSettings['target'] {
  if (target === undefined || target === 'xo10' || target === 'xo11') return target;
  const line = directives.find((d) => d.name === 'target')?.line ?? 1;
  throw new TranscriptError(path, line, `@target is xo10 or xo11, not ${target}`);
}

/** `@choose 2` says the second of several texts for one message. */
const readChoice = (written: string | undefined): number | undefined =>
  written === undefined ? undefined : Math.max(1, Math.trunc(Number(written)) || 1);

/** Leaves out what was not written. */
const defined = (settings: {
  [K in keyof TranscriptSettings]: TranscriptSettings[K] | undefined;
}): TranscriptSettings =>
  Object.fromEntries(
    Object.entries(settings).filter(([, value]) => value !== undefined),
  ) as unknown as TranscriptSettings;

/** A transcript below `specs/<integration>/` is with that bot; another one has to say. */
function integrationOf(path: string, line: number): string {
  const [, integration] = /(?:^|\/)specs\/([^/]+)\//.exec(path.replaceAll('\\', '/')) ?? [];
  if (integration === undefined) throw new TranscriptError(path, line, 'say which bot it is with: @bot NAME');
  return integration;
}
