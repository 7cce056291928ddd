import type { JobResult, SandboxJob, SandboxRequest, SandboxResult } from './protocol';

const PLAIN = /^(?:context|env|content)(?:\.[A-Za-z_$][\w$]*)+$/;
/** The session scopes have functions that are not in the JSON. */
const SCOPED = /^context\.(?:session|\w+Context|\w+Session)\b/;

/**
 * The answer to a request that asks for nothing but texts by their path, such as `env.SHOP`: no script needs to run for
 * these. Undefined for any other request, also when a path leads to something else than a text.
 */
export function readTexts({ jobs, context, env, content }: SandboxRequest): SandboxResult | undefined {
  if (!jobs.every(isPlain)) return undefined;
  const globals = { env, content, context: JSON.parse(context) as unknown };
  const texts = jobs.map(({ code }) => code.split('.').reduce<unknown>(step, globals));
  if (!texts.every((text) => typeof text === 'string')) return undefined;
  return { jobs: texts.map((value): JobResult => ({ ok: true, value, printed: '', logs: [] })), puts: [] };
}

const isPlain = ({ as, code }: SandboxJob): boolean => as === 'value' && PLAIN.test(code) && !SCOPED.test(code);

const step = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, key)
    ? (value as Readonly<Record<string, unknown>>)[key]
    : undefined;
