import type { OpenAPIV3_1 } from 'openapi-types';

type Servers = readonly OpenAPIV3_1.ServerObject[] | undefined;

/** The address of a server, its variables filled with their defaults; relative where the document writes it so. */
export const serverUrl = ({ url, variables = {} }: OpenAPIV3_1.ServerObject): string =>
  url.replace(
    /\{([^{}]*)\}/g,
    (whole, name: string) => (Object.hasOwn(variables, name) ? variables[name]?.default : undefined) ?? whole,
  );

/** The path of the first server of the nearest list that has one, without a slash at its end. */
export function basePath(lists: readonly Servers[]): string {
  const [server] = lists.find((servers) => Array.isArray(servers) && servers.length > 0) ?? [];
  if (typeof server?.url !== 'string') return '';
  return serverUrl(server)
    .replace(/^[a-z]+:\/\/[^/]*/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/+$/, '');
}
