/**
 * The body of an answer, whatever length it claims: at most `most` bytes are read, decompressed ones counted. Undefined
 * when there is more; the connection is dropped then. Rejects when the connection breaks.
 */
export async function readResponseBody(response: Response, most: number): Promise<Buffer | undefined> {
  const parts: Uint8Array[] = [];
  let size = 0;
  for await (const part of (response.body ?? []) as AsyncIterable<Uint8Array>) {
    size += part.length;
    if (size > most) return undefined;
    parts.push(part);
  }
  return Buffer.concat(parts);
}

/** An answer that sends the caller elsewhere. It is never followed: tokens and files go to the named host only. */
export const redirects = (response: Response): boolean => response.status >= 300 && response.status < 400;
