import type { JobResult, SandboxJob, SandboxRequest, SandboxResult } from './protocol';

const PLAIN = /^(?:context|env|content)(?:\.[A-Za-z_$][\w$]*)+$/;
/** What is not in the JSON: the scopes of the session a second time, their functions, and the history. */
const SCOPED = /^context\.(?:\w+Context|\w+Session|history)\b|^context\.session\b.*\.(?:get|put|delete)$/;

/**
 * The answer to a request that asks for nothing but texts by their path, such as `env.SHOP`: no script needs to run for
 * these. Undefined for any other request, also when a path leads to something else than a text or nothing.
 */
export function readTexts({ jobs, context, env, content }: SandboxRequest): SandboxResult | undefined {
  if (!jobs.every(isPlain)) return undefined;
  const globals = { env, content, context: JSON.parse(context) as unknown };
  const texts = jobs.map(({ code }) => code.split('.').reduce<unknown>(step, globals));
  if (!texts.every((text) => typeof text === 'string' || text === null)) return undefined;
  return { jobs: texts.map((value): JobResult => ({ ok: true, value, printed: '', logs: [] })), puts: [] };
}

const isPlain = ({ as, code }: SandboxJob): boolean => as === 'value' && PLAIN.test(code) && !SCOPED.test(code);

/** What a script would find there: null where an object has no such key, undefined where only a script can tell. */
const step = (value: unknown, key: string): unknown => {
  if (typeof value !== 'object' || value === null) return undefined;
  if (Object.hasOwn(value, key)) return (value as Readonly<Record<string, unknown>>)[key];
  return key in value ? undefined : null;
};
