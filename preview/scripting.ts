import { isRecord } from '../kore/record';
import { GLOBAL_KEYS } from './inferred';
import { noteMissingEnv } from './missing-env';
import { note } from './play';
import type { Frame, Play } from './play';
import type { SandboxJob, SandboxRequest, SandboxResult } from './sandbox';
import { keepSession, sessionValues } from './session';
import type { Values } from './session';
import type { JobResult } from './sandbox/protocol';

/** The platform's limit for the whole context object (documented); beyond it designers are warned. */
export const MAX_CONTEXT_BYTES = 1024 * 1024;

/**
 * Where the conversation is, anew for each script (documented, and read by real ones). What a script writes there is lost.
 */
const placeOf = (play: Play, frame: Frame | undefined): Readonly<Record<string, unknown>> => ({
  ...(frame && {
    taskid: frame.dialog._id,
    intentType: 'dialog',
    currentNodeId: frame.nodeId,
    previousNodeId: play.turn.path.at(-2)?.nodeId ?? '',
  }),
  updatedOn: new Date(play.clock()).toISOString(),
});

const PLACE: readonly string[] = ['taskid', 'intentType', 'currentNodeId', 'previousNodeId', 'updatedOn'];

/** The context as a script sees it: the conversation's keys, the dialog's own, and the session. */
export const visibleContext = (play: Play, frame: Frame | undefined): Readonly<Record<string, unknown>> => ({
  ...play.globals,
  ...placeOf(play, frame),
  entities: {},
  FollowupIntents: frame?.task.followUps ?? [],
  ...frame?.context,
  session: {
    ...sessionValues(play.session, play.clock()),
    UserContext: play.userContext,
    opts: { streamId: play.bot.kore.definition._id },
  },
});

/** What stands under one key of the context that scripts see. */
export function visibleValue(play: Play, frame: Frame | undefined, key: string): unknown {
  if (key !== 'session' && frame !== undefined && Object.hasOwn(frame.context, key)) return frame.context[key];
  const context = visibleContext(play, frame);
  return Object.hasOwn(context, key) ? context[key] : undefined;
}

interface RunOptions {
  /** False: what the scripts write is thrown away. */
  readonly keep?: boolean;
}

/** Runs scripts and expressions against the dialog's context and keeps what they write. Logs and errors become notes. */
export async function runJobs(
  play: Play,
  frame: Frame | undefined,
  nodeId: string | undefined,
  jobs: readonly SandboxJob[],
  options: RunOptions = {},
): Promise<readonly JobResult[]> {
  if (jobs.length === 0) return [];
  jobs.forEach(({ code }) => noteMissingEnv(play, frame, nodeId, code));
  const before = visibleContext(play, frame);
  const { context, history } = written(before);
  const size = context.length + (history?.length ?? 0);
  if (size > MAX_CONTEXT_BYTES) noteOnce(play, frame, nodeId, size);
  const result = await play.sandbox.run({
    jobs,
    context,
    ...(history !== undefined && { history }),
    ...(options.keep === false && { keep: false }),
    env: play.env,
    content: play.content,
    now: play.clock(),
    ...(play.bot.functions.length > 0 && { functions: play.bot.functions }),
  });
  if (options.keep !== false) keep(play, frame, nodeId, before, result);
  for (const job of result.jobs) job.logs.forEach((line) => note(play, frame, nodeId, 'script-log', line));
  return result.jobs;
}

/** The history by itself: it is most of a context, and hardly any script reads it. */
function written(context: Readonly<Record<string, unknown>>): Pick<SandboxRequest, 'context' | 'history'> {
  const { history } = context;
  if (!Array.isArray(history)) return { context: JSON.stringify(context) };
  return { context: JSON.stringify({ ...context, history: null }), history: JSON.stringify(history) };
}

function keep(
  play: Play,
  frame: Frame | undefined,
  nodeId: string | undefined,
  before: Readonly<Record<string, unknown>>,
  result: SandboxResult,
): void {
  if (result.lost !== undefined) {
    note(play, frame, nodeId, 'context-lost', `what the script wrote cannot be kept: ${result.lost}`);
    return;
  }
  const after = result.context === undefined ? undefined : (JSON.parse(result.context) as Record<string, unknown>);
  if (after !== undefined && result.sameHistory === true) after['history'] = before['history'];
  const session = (after ?? before)['session'];
  keepSession(play.session, before['session'] as Values, session, result.puts, play.clock());
  if (after === undefined) return;
  const entries = Object.entries(after).filter(([key]) => key !== 'session' && !PLACE.includes(key));
  play.globals = Object.fromEntries(entries.filter(([key]) => isGlobal(key)));
  const own = Object.fromEntries(entries.filter(([key]) => !isGlobal(key)));
  const followUps = own['FollowupIntents'];
  delete own['FollowupIntents'];
  if (Array.isArray(followUps)) frame?.task.followUps.splice(0, Infinity, ...followUps.map(String));
  if (frame !== undefined) frame.context = isRecord(own['entities']) ? own : { ...own, entities: {} };
}

const isGlobal = (key: string) => (GLOBAL_KEYS as readonly string[]).includes(key);

function noteOnce(play: Play, frame: Frame | undefined, nodeId: string | undefined, size: number): void {
  if (play.turn.notes.some((n) => n.code === 'context-too-large')) return;
  note(
    play,
    frame,
    nodeId,
    'context-too-large',
    `the context is ${Math.round(size / 1024)} KB; the platform allows 1024 KB`,
  );
}

/** Reports a failed job with its place in the author's script. */
export function noteScriptError(
  play: Play,
  frame: Frame | undefined,
  nodeId: string,
  component: string,
  part: string,
  job: JobResult,
): void {
  if (job.ok) return;
  const { message, line, column } = job.error;
  note(play, frame, nodeId, 'script-error', `${component} ${part}: ${message}`, {
    component,
    ...(line !== undefined && { line }),
    ...(column !== undefined && { column }),
  });
}

/** Sets one key of the dialog's context. */
export function setContext(frame: Frame, key: string, value: unknown): void {
  frame.context = { ...frame.context, [key]: value };
}

export const entitiesOf = (frame: Frame): Readonly<Record<string, unknown>> => {
  const entities = frame.context['entities'];
  return isRecord(entities) ? entities : {};
};

export const entityValue = (frame: Frame, name: string): unknown => {
  const entities = entitiesOf(frame);
  return Object.hasOwn(entities, name) ? entities[name] : undefined;
};

export const setEntity = (frame: Frame, name: string, value: unknown): void =>
  setContext(frame, 'entities', { ...entitiesOf(frame), [name]: value });
