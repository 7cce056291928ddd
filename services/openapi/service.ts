import { wholePath } from '../../apis/openapi/find-operation';
import { operationsOf } from '../../apis/openapi/operations';
import type { LocalService, ServiceFaults } from '../service';
import { answering } from './answering';
import { FAULTS } from './faults';
import { standInPlanOf, sourcesOf, type ReadText, type Sources } from './plan';
import type { StandInResponse } from './respond';
import { FAULT_HEADER, startStandIn, type StandIn } from './stand-in';
import { createStandInTokens } from './tokens';
import type { Incoming } from './incoming';

export interface StandInSettings {
  /** The name of the integration. */
  readonly name: string;
  /** Reads its files; asked anew for every request, so that what was changed holds at once. */
  readonly read: ReadText;
  /** Values of variables that a person gave. */
  readonly given?: Readonly<Record<string, string>>;
  /** Default 0: any free port. */
  readonly port?: number;
}

/** Stands in for the service whose document an integration keeps; undefined when it keeps none. */
export function openapiService({ name, read, given, port }: StandInSettings): LocalService | undefined {
  const plan = standInPlanOf(read, given);
  if (plan === undefined) return undefined;
  const answer = fresh(read, plan.secrets);
  let running: Promise<StandIn> | undefined;
  const start = () => (running ??= startStandIn({ answer, ...(port !== undefined && { port }) }));
  return {
    title: `the stand-in for ${name}`,
    routes: [...new Set(plan.hosts)].map((host) => `https://${host}`),
    env: plan.env,
    secrets: plan.secrets,
    faults: faultsOf(start),
    start: async () => (await start()).url,
    request: (origin) => `curl -s -i ${origin}${firstPath(read)}`,
    advance: () => Promise.resolve(),
    close: async () => {
      await (await running)?.close();
    },
  };
}

/** Something to ask for; without credentials the answer says what it needs. */
function firstPath(read: ReadText): string {
  const sources = sourcesOf(read);
  const all = sources ? operationsOf(sources.document) : [];
  const shown = all.find(({ method, path }) => method === 'get' && !path.includes('{')) ?? all[0];
  return shown === undefined ? '/' : wholePath(shown).replace(/\{[^{}]*\}/g, '1');
}

/** Answers from the files as they are; what was created stays until they change. */
function fresh(read: ReadText, secrets: readonly string[]): (incoming: Incoming) => StandInResponse {
  const tokens = createStandInTokens(secrets);
  let made:
    | { readonly sources: Sources; readonly said: string; readonly answer: (incoming: Incoming) => StandInResponse }
    | undefined;
  return (incoming) => {
    const sources = sourcesOf(read);
    if (sources === undefined) return { status: 500, body: { message: 'The OpenAPI document cannot be read' } };
    const said = JSON.stringify(sources.seed);
    if (made?.sources.document !== sources.document || made.said !== said)
      made = { sources, said, answer: answering(sources.document, sources.seed, tokens) };
    return made.answer(incoming);
  };
}

const faultsOf = (start: () => Promise<StandIn>): ServiceFaults => ({
  kinds: Object.entries(FAULTS).map(([name, says]) => ({ name, says })),
  endpoints: [],
  next: async (name, { times, after } = {}) => {
    const { faults } = await start();
    faults.next(name, { ...(times !== undefined && { times }), ...(after !== undefined && { after }) });
  },
  clear: async () => (await start()).faults.clear(),
  header: (name) => [FAULT_HEADER, name],
});
