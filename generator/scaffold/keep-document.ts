import { isObject, openDocument, type ApiDocument } from '../../apis/openapi/document';
import { findOperation } from '../../apis/openapi/find-operation';
import { operationsOf, type Method, type Operation } from '../../apis/openapi/operations';
import { trimDocument } from '../../apis/openapi/trim';
import { lookUps } from '../model/look-up';
import type { Bot } from '../model/model';
import { requestPath } from '../model/request-phrases';

/** The operations of a document that the actions of a bot use, and the actions that use none of them. */
export function operationsInUse(
  document: ApiDocument,
  bot: Bot,
): { readonly used: readonly Operation[]; readonly without: readonly string[] } {
  const all = operationsOf(document);
  const used = new Set<Operation>();
  const without: string[] = [];
  for (const { id, of: whole = id, request } of bot.actions.flatMap((one) => [...lookUps(one), one])) {
    if (request.kind !== 'rest') continue;
    const path = requestPath(bot.service, request)
      .map((part) => (typeof part === 'string' ? part : `{${part.name}}`))
      .join('');
    const found = findOperation(all, request.method.toLowerCase() as Method, path);
    if ('operation' in found) used.add(found.operation);
    else without.push(whole);
  }
  return { used: [...used], without };
}

/** The file that is kept beside `bot.yaml`: these operations and what they reach; the same ones give the same bytes. */
export const keptDocument = (document: ApiDocument, operations: readonly Operation[], before?: string): string =>
  `${JSON.stringify(merged(before, trimDocument(document, operations)), null, 2)}\n`;

/** What was kept before stays, and gives way to what comes anew. */
function merged(before: string | undefined, added: object): object {
  const known = before === undefined ? undefined : openDocument(before);
  if (known === undefined || 'problem' in known) return added;
  return { ...(together(known.root, added) as object), ...pick(added, ['openapi', 'info', 'servers', 'security']) };
}

/** Paths and components of both; below them the second wins. */
function together(a: unknown, b: unknown, depth = 0): unknown {
  if (depth > 2 || !isObject(a) || !isObject(b)) return b ?? a;
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])];
  return Object.fromEntries(
    keys.map((key) => [key, Object.hasOwn(b, key) ? together(a[key], b[key], depth + 1) : a[key]]),
  );
}

const pick = (of: object, keys: readonly string[]) =>
  Object.fromEntries(Object.entries(of).filter(([key]) => keys.includes(key)));

/** Where it is kept, below the integration's folder, unless `bot.yaml` names another place. */
export const documentPath = (id: string): string => `schema/${id}.json`;

/**
 * `bot.yaml` with the place of the document in it; undefined where its text has no block `service:` that a line can be added to.
 */
export function withDocument(botYaml: string, path: string): string | undefined {
  const added = botYaml.replace(/^service:[^\S\n]*\n(\s+)(?=\S)/m, (whole, indent: string) => {
    const margin = /[^\n]*$/.exec(indent)?.[0] ?? '  ';
    return `service:\n${margin}openapi: ${path}\n${whole.slice(whole.indexOf('\n') + 1)}`;
  });
  if (added !== botYaml) return added;
  const inFlow = botYaml.replace(/^service: \{ */m, `service: { openapi: ${path}, `);
  return inFlow === botYaml ? undefined : inFlow;
}
