import { startStore } from '../../services/shopify/server';
import type { RunningStore } from '../../services/shopify/server';
import type { Console } from '../../preview/chat/console';
import { UsageError } from '../../preview/chat/console';

/**
 * Starts the local store alone and says how to reach it. Its token opens nothing but this store, and dies with it; this is
 * the one place where it is shown. Rejects with a `UsageError` when the port is taken.
 */
export async function storeCommand(options: { readonly port: number }, console: Console): Promise<RunningStore> {
  const store = await startStore({ port: options.port, faultHeader: true }).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EADDRINUSE') throw new UsageError(`Port ${options.port} is taken.`);
    throw error;
  });
  console.out(
    [
      `Store   ${store.url}`,
      `Token   ${store.token}`,
      `Client  ${store.client.id}`,
      `Secret  ${store.client.secret}`,
      '',
      'Try it:',
      `  curl -s ${store.url}/admin/api/2026-10/graphql.json -H 'content-type: application/json' \\`,
      `    -H 'X-Shopify-Access-Token: ${store.token}' -d '{"query":"{ shop { name } }"}'`,
      "Let a request fail with the header 'X-Mock-Fault: throttled'. Ctrl+C ends the store.",
    ].join('\n'),
  );
  return store;
}
