import { integrationOf } from '../../preview/chat/find-bot';
import { ChatUsageError } from '../../preview/chat/console';
import { standIns } from '../../preview/chat/find-stand-ins';
import { integrationsOf } from '../../preview/integrations';
import { SERVICE_KINDS } from '../../services/registry';
import type { LocalService } from '../../services/service';
import type { Console } from '../console';
import { interrupted } from '../interrupt';
import { playing } from './playing';

export interface ServiceCommandOptions {
  readonly integration?: string;
  readonly port: number;
}

/** Runs the service of an integration until it is interrupted. */
export const runService = (root: string, options: ServiceCommandOptions, console: Console): Promise<number> =>
  playing(console, async () => {
    const stopped = interrupted();
    const service = serviceOf(root, options);
    await say(service, options.port, console);
    await stopped;
    await service.close();
    return 0;
  });

/** The stand-in of its OpenAPI document, else the one that the product has for it. */
function serviceOf(root: string, options: ServiceCommandOptions): LocalService {
  // Without specs there is still what the product knows.
  const name =
    integrationsOf(root).length === 0
      ? (options.integration ?? SERVICE_KINDS[0]?.name ?? '')
      : integrationOf({ root, ...options });
  const [documented] = standIns(root, [name], {}, options.port);
  const known = SERVICE_KINDS.find((kind) => kind.name === name);
  const service = documented ?? known?.create({ port: options.port });
  if (service === undefined)
    throw new ChatUsageError(`Nothing stands in for ${name}: it keeps no OpenAPI document. npm run openapi keeps one.`);
  return service;
}

/** Its secrets open nothing but this service, and die with it; this is the one place where they are shown. */
async function say(service: LocalService, port: number, console: Console): Promise<void> {
  const origin = await service.start().catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new ChatUsageError(`Port ${port} is taken.`);
    throw error;
  });
  const values = Object.entries(service.env).map(([name, value]) => `${name}=${value}`);
  const [name, value] = service.faults.header('throttled');
  console.out(
    [
      `${service.title}  ${origin}`,
      ...values,
      '',
      'Try it:',
      `  ${service.request(origin)}`,
      `Let a request fail with the header '${name}: ${value}'. Ctrl+C ends it.`,
    ].join('\n'),
  );
}
