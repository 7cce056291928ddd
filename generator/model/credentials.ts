/** What carries a token: a header, and what stands before the token in it. */
interface Carried {
  readonly header: string;
  readonly prefix: string;
}

/** How a bot fetches its own token: the client credentials grant, or the refresh token grant. */
export interface Grant {
  /** Of the endpoint where that is not the service's own; both with `{{env.X}}` for the variables in them. */
  readonly host?: string;
  readonly path: string;
  readonly scope?: string;
  /** Further fields of the form. */
  readonly extra: Readonly<Record<string, string>>;
  /** The variable of a refresh token, where tokens are fetched with one. */
  readonly refreshToken?: string;
  readonly id: string;
  readonly secret: string;
}

type Own = Carried & {
  readonly variable: string;
  /** The block that names the variable. */
  readonly block: 'accessToken' | 'basic' | 'apiKey';
};

/** How requests are authorized, and what that mode needs. */
export type Credentials =
  /** `lacks`: the block of the mode that was asked for and cannot be had without it. */
  | { readonly mode: 'none'; readonly lacks?: string }
  /** A key in the query or the body of every request. */
  | {
      readonly mode: 'apiKey';
      readonly in: 'query' | 'body';
      readonly name: string;
      readonly variable: string;
      readonly block: 'apiKey';
    }
  /** The variable's token where it is filled in, else a fetched one. */
  | ({ readonly mode: 'either' } & Own & Grant)
  | ({ readonly mode: 'accessToken' } & Own)
  | ({ readonly mode: 'clientCredentials' } & Carried & Grant)
  /** The platform fetches and keeps the token itself, in an authorization profile of the bot. */
  | ({ readonly mode: 'oauthProfile'; readonly name: string; readonly scope: string } & Carried & Grant)
  | { readonly mode: 'integration'; readonly name: string }
  | ({
      readonly mode: 'userProfile';
      readonly name: string;
      readonly checkUrl: string;
      readonly field: string;
    } & Carried);

/** The modes in which the bot may fetch a token itself. */
export type Fetching = Extract<Credentials, { readonly mode: 'either' | 'clientCredentials' }>;

export const fetchesToken = (credentials: Credentials): credentials is Fetching =>
  credentials.mode === 'either' || credentials.mode === 'clientCredentials';

/** The profile's name where credentials are a profile on the platform. */
export const profileOf = (credentials: Credentials): string | undefined =>
  credentials.mode === 'userProfile' || credentials.mode === 'oauthProfile' ? credentials.name : undefined;
