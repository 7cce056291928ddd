import type { RealService, LocalService } from '../services/service';
import { preparedAnswers } from '../services/stub/stub';
import type { Stub } from '../services/stub/stub';
import type { OpenedBot } from './open-bot';
import { createTransport, routeMatches } from './transport';
import type { HttpResult, Route, Transport } from './transport';

/** What stands behind a bot: services on this machine, prepared answers, or one real service. */
export interface Backend {
  readonly title: string;
  readonly transport: Transport;
  /** Values for the bot's variables. */
  readonly env: Readonly<Record<string, string>>;
  /** What must never be seen. */
  readonly secrets: readonly string[];
  /** Those that can be made to fail. */
  readonly services: readonly LocalService[];
  readonly close: () => Promise<void>;
}

/** Values that a person gave: `given` wins over everything, `known` stands where nothing else says anything. */
export interface OwnValues {
  readonly given: Readonly<Record<string, string>>;
  readonly known: Readonly<Record<string, string>>;
}

/**
 * Services for a bot, of those there are: those that know a variable of it, or none. Requests go to the service that stands
 * in for their origin, else to the prepared answers, else nowhere. Directly, without HTTP, where that is the wanted way and the
 * service knows it: it has then begun when this returns.
 */
export function localBackend(
  bot: Pick<OpenedBot, 'env'>,
  all: readonly LocalService[],
  { given, known }: OwnValues,
  stub: Stub = { env: {}, answers: [] },
  way: 'http' | 'direct' = 'http',
): Backend {
  const declared = new Set(bot.env.map(({ key }) => key));
  const services = all.filter(({ env }) => {
    const names = Object.keys(env);
    return names.length === 0 || names.some((name) => declared.has(name));
  });
  const env = { ...known, ...stub.env, ...serviceEnv(services), ...given };
  const titles = [...services.map(({ title }) => title), ...(stub.answers.length > 0 ? ['prepared answers'] : [])];
  return {
    title: titles.length === 0 ? 'no service' : titles.join(' and '),
    transport: localTransport(services, stub, way),
    env,
    secrets: [...services.flatMap(({ secrets }) => secrets), ...securedValues(bot, env)],
    services,
    close: async () => {
      await Promise.all(services.map((service) => service.close()));
    },
  };
}

const serviceEnv = (services: readonly LocalService[]): Readonly<Record<string, string>> =>
  Object.fromEntries(services.flatMap(({ env }) => Object.entries(env)));

/** One real service: nothing but its origin can be reached. */
export const realBackend = (bot: Pick<OpenedBot, 'env'>, real: RealService, { given, known }: OwnValues): Backend => {
  const env = { ...known, ...real.env, ...given };
  return {
    title: real.title,
    transport: createTransport({ routes: [{ match: real.origin, to: 'itself' }] }),
    env,
    secrets: securedValues(bot, env),
    services: [],
    close: () => Promise.resolve(),
  };
};

const securedValues = (bot: Pick<OpenedBot, 'env'>, env: Readonly<Record<string, string>>): readonly string[] =>
  bot.env.filter(({ secured }) => secured).map(({ key, value }) => env[key] ?? value);

/** A service starts to listen when the first request for it comes. */
function localTransport(services: readonly LocalService[], stub: Stub, way: 'http' | 'direct'): Transport {
  const prepared = preparedAnswers(stub);
  const transportOf = ({ routes }: LocalService, to: Route['to']) =>
    createTransport({ routes: routes.map((match) => ({ match, to })) });
  const transports = new Map<LocalService, Promise<Transport>>();
  for (const service of way === 'direct' ? services : [])
    if (service.direct) transports.set(service, Promise.resolve(transportOf(service, service.direct())));
  const transportTo = (service: LocalService) => {
    const transport = transports.get(service) ?? service.start().then((origin) => transportOf(service, origin));
    transports.set(service, transport);
    return transport;
  };
  return {
    send: async (request): Promise<HttpResult> => {
      const service = services.find(({ routes }) => routes.some((route) => routeMatches(route, request.url)));
      if (service !== undefined) return (await transportTo(service)).send(request);
      const answer = prepared(request);
      if (answer?.lost) return { ok: false, kind: 'timeout', message: `no answer within ${request.timeoutMs} ms` };
      if (answer !== undefined) return { ok: true, ...answer };
      if (stub.answers.length === 0) return createTransport().send(request);
      const message = `no prepared answer fits ${request.method} ${request.url}`;
      return { ok: false, kind: 'refused', message };
    },
  };
}

/** Lets requests fail as `fault` says at that moment; with '' they are let be. */
export function failing(backend: Backend, fault: () => string): Transport {
  const header = (url: string): readonly (readonly [string, string])[] => {
    const name = fault();
    const service = backend.services.find(({ routes }) => routes.some((route) => routeMatches(route, url)));
    return name === '' || service === undefined ? [] : [service.faults.header(name)];
  };
  return {
    send: (request) =>
      backend.transport.send({
        ...request,
        headers: { ...request.headers, ...Object.fromEntries(header(request.url)) },
      }),
  };
}
