/** What `npm run new` was told on the command line. */
export interface NewOptions {
  readonly what: 'action' | 'integration';
  readonly integration?: string;
  readonly id?: string;
  /** A file with one GraphQL query. */
  readonly graphql?: string;
  /** Such as `GET /tickets/{ticketId}`. */
  readonly rest?: string;
  /** A JSON file with a sample answer of the REST call. */
  readonly sample?: string;
  readonly title?: string;
  readonly description?: string;
  /** New integration: the host below which each customer has a subdomain. */
  readonly host?: string;
}

/** Whether nothing is left to ask for. */
export function isComplete({ what, integration, id, graphql, rest }: NewOptions): boolean {
  if (what === 'integration') return integration !== undefined && rest !== undefined;
  return integration !== undefined && id !== undefined && (graphql !== undefined || rest !== undefined);
}
