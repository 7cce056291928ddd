import type { Report } from '../diagnostics/diagnostic';
import { answerSteps } from '../model/answer-steps';
import type { Action, Bot, Field, RestRequest, Where } from '../model/model';
import { requestPath } from '../model/request-phrases';
import { wordPlace } from './places';
import type { SpecFiles, SpecRule } from './rule';

/** A prepared answer that stands in for the service in conversations. */
interface Sample {
  readonly method?: string;
  readonly url: string;
  readonly json: unknown;
}

/**
 * Where no document tells what an answer holds, a prepared answer beside the spec does: a path that none of them has is
 * probably misspelt. What is empty or missing in a sample says nothing.
 */
export const samplesFit: SpecRule = (bot, report, files) => {
  if (bot.service.openapi !== undefined) return;
  const samples = samplesIn(files);
  for (const action of bot.actions) {
    const { request } = action;
    if (request.kind !== 'rest') continue;
    const own = answersTo(bot, request, samples);
    answersHold(action, own, report);
  }
};

/** The prepared answers in `stubs/` that belong to a request, as JSON. */
export const sampleAnswers = (bot: Bot, request: RestRequest, files: SpecFiles): readonly unknown[] =>
  answersTo(bot, request, samplesIn(files));

const answersTo = (bot: Bot, request: RestRequest, samples: readonly Sample[]): readonly unknown[] =>
  samples.filter((sample) => answers(sample, bot, request)).map(({ json }) => json);

function samplesIn({ files, bytes }: SpecFiles): readonly Sample[] {
  return files
    .filter((name) => /^stubs\/[^/]+\.json$/.test(name))
    .flatMap((name) => listIn(bytes(name)?.toString('utf8') ?? ''))
    .flatMap((one) => {
      const { url, method, json, status = 200 } = one as Partial<Sample> & { readonly status?: number };
      const isSuccess = typeof url === 'string' && json !== undefined && status < 300;
      return isSuccess ? [{ url, json, ...(method === undefined ? {} : { method }) }] : [];
    });
}

/** What is no list of answers is told when a conversation is played. */
function listIn(text: string): readonly object[] {
  try {
    const read = JSON.parse(text) as { readonly answers?: unknown };
    const list: unknown = Array.isArray(read) ? read : read.answers;
    return Array.isArray(list) ? list.filter((one): one is object => typeof one === 'object' && one !== null) : [];
  } catch {
    return [];
  }
}

/** Whether a prepared answer belongs to a request, as far as its path tells; one for any address belongs to none. */
function answers({ method, url }: Sample, { service }: Bot, request: RestRequest): boolean {
  const path = /^[^/]*(?:\/\/[^/]*)?(\/[^?]*)/.exec(url)?.[1]?.replace(/\*$/, '') ?? '';
  const pattern = requestPath(service, request)
    .map((part) => (typeof part === 'string' ? part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') : '[^/]+'))
    .join('');
  return (method ?? request.method) === request.method && path !== '' && new RegExp(`^${pattern}$`).test(path);
}

/** Every path that is read of an answer leads somewhere in one of the samples. */
function answersHold({ response }: Action, samples: readonly unknown[], report: Report): void {
  const below = (...keys: readonly string[]): Where => ({
    file: response.where.file,
    path: [...response.where.path, ...keys],
  });
  const tops = response.at.flatMap((path) => followSamples(samples, path) ?? []);
  const [first = ''] = response.at;
  if (tops.length === 0) return void (response.at.length === 1 && read(samples, first, below('at'), report));
  const things = tops.flatMap((top) => (Array.isArray(top) ? (top as readonly unknown[]) : [top]));
  for (const field of response.fields) fieldHolds(field, 'each' in field ? tops : things, report);
  for (const [input, paths] of response.confirm)
    for (const path of paths) read(things, path, below('confirm', input), report);
}

function fieldHolds(field: Field, things: readonly unknown[], report: Report): void {
  if (!('each' in field)) return void read(things, field.path, field.where, report);
  const lists = read(things, field.each, field.where, report);
  const inside = lists.flatMap((list) => (Array.isArray(list) ? (list as readonly unknown[]) : []));
  for (const one of field.fields) fieldHolds(one, inside, report);
}

/** What stands at a path in the samples; where none has it, that is said. */
function read(samples: readonly unknown[], path: string, where: Where, report: Report): readonly unknown[] {
  const found = followSamples(samples, path);
  if (found !== undefined) return found;
  let at = samples;
  for (const step of answerSteps(path)) {
    const next = followSamples(at, step);
    if (next === undefined) {
      report(wordPlace(where, step), 'sample-path', path, step, sampleKeys(at));
      break;
    }
    at = next;
  }
  return [];
}

/** What stands at a path in the samples that have it, `*` being each entry; undefined where all of them lack a key on the way. */
export function followSamples(samples: readonly unknown[], path: string): readonly unknown[] | undefined {
  let at = samples;
  for (const step of answerSteps(path)) {
    const objects = at.filter((one): one is object => typeof one === 'object' && one !== null);
    if (objects.every((one) => Object.keys(one).length === 0)) return [];
    if (step === '*') at = objects.flatMap((one) => Object.values(one) as readonly unknown[]);
    else {
      const holding = objects.filter((one) => Object.hasOwn(one, step));
      if (holding.length === 0) return undefined;
      at = holding.map((one) => (one as Readonly<Record<string, unknown>>)[step]);
    }
  }
  return at;
}

/** The keys of the objects and the places of the lists among some things. */
export const sampleKeys = (things: readonly unknown[]): readonly string[] => [
  ...new Set(things.flatMap((one) => (typeof one === 'object' && one !== null ? Object.keys(one) : []))),
];
