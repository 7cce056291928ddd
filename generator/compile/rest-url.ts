import type { Phrase, RestRequest } from '../model/model';

/** The address of a REST request: the path as the export has it, and the values that the script puts into it. */
export interface RestUrl {
  /** With `{{context.<key>.url.<n>}}` where a value stands. */
  readonly path: string;
  /** What each value is made of, and its name in `url`. */
  readonly values: readonly { readonly name: string; readonly phrase: Phrase }[];
}

/**
 * Numbers the values of an address: `path0`, `path1` … and `query0`, `query1` … The script percent-encodes each of them;
 * names of query parameters are the author's and are encoded here.
 */
export function restUrl(request: RestRequest, key: string): RestUrl {
  const values: { readonly name: string; readonly phrase: Phrase }[] = [];
  const hole = (name: string, text: Phrase['text']) => {
    values.push({ name, phrase: { text, where: request.where } });
    return `{{context.${key}.url.${name}}}`;
  };
  let count = 0;
  const path = request.path.text
    .map((part) => (typeof part === 'string' ? part : hole(`path${count++}`, [part])))
    .join('');
  const query = [...request.query].map(([name, phrase], i) => `${queryName(name)}=${hole(`query${i}`, phrase.text)}`);
  return { path: query.length === 0 ? path : `${path}?${query.join('&')}`, values };
}

/** A dollar may stand in a query as it is (RFC 3986), and APIs write `$top`. */
const queryName = (name: string): string => encodeURIComponent(name).replaceAll('%24', '$');
