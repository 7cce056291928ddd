import { MAX_EXPORT_BYTES } from '../kore/reading/export-error';
import { DeployError } from './errors';
import { readResponseBody, redirects } from './read-body';

const ATTEMPTS = 4;

/**
 * Fetches an export. The address comes from the platform and may lie on a file store: no token is sent there, only
 * `https` (or the host itself) is asked, redirects are not followed, and at most `MAX_EXPORT_BYTES` are read.
 */
export async function download(
  address: string,
  options: { readonly host: string; readonly retryMs: number; readonly sleep: (ms: number) => Promise<void> },
): Promise<Buffer> {
  const url = URL.canParse(address, options.host) ? new URL(address, options.host) : undefined;
  if (url === undefined || (url.protocol !== 'https:' && url.origin !== options.host)) {
    throw failed('bad-answer', 'the download address is not https');
  }
  if (url.username !== '' || url.password !== '') {
    throw failed('bad-answer', 'the download address holds a user name or a password');
  }
  for (let attempt = 1; ; attempt += 1) {
    const outcome = await fetchOnce(url);
    if (Buffer.isBuffer(outcome)) return outcome;
    if (attempt === ATTEMPTS || !outcome.again) throw failed(outcome.again ? 'network' : 'bad-answer', outcome.why);
    await options.sleep(options.retryMs * 2 ** (attempt - 1));
  }
}

async function fetchOnce(url: URL): Promise<Buffer | { readonly again: boolean; readonly why: string }> {
  try {
    const response = await fetch(url, { signal: AbortSignal.timeout(120_000), redirect: 'manual' });
    if (redirects(response))
      return { again: false, why: 'the download address sends elsewhere, which is not followed' };
    if (!response.ok) return { again: response.status >= 500, why: `the download answers HTTP ${response.status}` };
    const body = await readResponseBody(response, MAX_EXPORT_BYTES);
    return body ?? { again: false, why: 'the download is larger than any real export' };
  } catch {
    return { again: true, why: 'the download broke off' };
  }
}

const failed = (code: 'bad-answer' | 'network', why: string) =>
  new DeployError({
    step: 'export',
    code,
    platformSaid: why,
    likelyCause:
      code === 'network'
        ? 'the connection broke, or the file store is busy'
        : 'the link expired, or the answer is not an export',
    whatToDo: 'run the same command again: it makes a new export',
  });
