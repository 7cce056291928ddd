/** How requests are authorized, and what that mode needs. */
export type Credentials =
  | { readonly mode: 'none' }
  | { readonly mode: 'accessToken'; readonly header: string; readonly prefix: string; readonly variable: string }
  | {
      readonly mode: 'clientCredentials';
      readonly header: string;
      readonly prefix: string;
      readonly path: string;
      readonly id: string;
      readonly secret: string;
    }
  | { readonly mode: 'integration'; readonly name: string }
  | {
      readonly mode: 'userProfile';
      readonly header: string;
      readonly prefix: string;
      readonly name: string;
      readonly checkUrl: string;
      readonly field: string;
    };
