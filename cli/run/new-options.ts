/** What `npm run new` was told on the command line. */
export interface NewOptions {
  readonly what: 'action' | 'integration' | 'pack';
  readonly integration?: string;
  readonly id?: string;
  /** A file with one GraphQL query. */
  readonly graphql?: string;
  /** Such as `GET /tickets/{ticketId}`. */
  readonly rest?: string;
  /** A JSON file with a sample answer of the REST call. */
  readonly sample?: string;
  /** A whole OpenAPI document. */
  readonly openapi?: string;
  /** Operations of the document, by their ids or as `POST /tickets`. */
  readonly operation?: readonly string[];
  readonly title?: string;
  readonly description?: string;
  /** New integration: the host below which each customer has a subdomain. */
  readonly host?: string;
}

/** Whether nothing is left to ask for. */
export function isComplete({ what, integration, id, graphql, rest, openapi, operation }: NewOptions): boolean {
  if (openapi !== undefined) return integration !== undefined && operation !== undefined;
  if (what === 'integration') return integration !== undefined && rest !== undefined;
  return integration !== undefined && id !== undefined && (graphql !== undefined || rest !== undefined);
}

/** What ids and names of integrations are. */
export const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;
