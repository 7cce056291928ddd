import { afterEach, describe, expect, it } from 'vitest';
import { gzipSync } from 'node:zlib';
import { download } from '../../deploy/download';
import { MAX_EXPORT_BYTES } from '../../kore/reading/export-error';
import { failureOf } from './attempt';
import { fakeClock, scriptedServer } from './scripted-server';
import type { Answer, ScriptedServer } from './scripted-server';

const servers: ScriptedServer[] = [];
afterEach(() => Promise.all(servers.splice(0).map((s) => s.close())));

const open = async (...answers: readonly Answer[]) => {
  const server = await scriptedServer(...answers);
  servers.push(server);
  return server;
};

const fetched = (address: string, host: string, clock = fakeClock()) =>
  download(address, { host, retryMs: 1000, sleep: clock.sleep });

describe('the download of an export', () => {
  it('carries no token, and is tried four times with doubling pauses', async () => {
    const server = await open({ status: 500 }, 'drop', { status: 503 }, { body: 'bytes' });
    const clock = fakeClock();
    expect((await fetched('/file?sig=1', server.url, clock)).toString()).toBe('bytes');
    expect(server.asked).toEqual(Array(4).fill({ call: 'GET /file?sig=1', token: undefined }));
    expect(clock.slept).toEqual([1000, 2000, 4000]);
    const dead = await open({ status: 500 });
    expect(await failureOf(fetched('/file', dead.url))).toMatchObject({ step: 'export', code: 'network' });
    expect(dead.asked).toHaveLength(4);
  });

  it('is not tried again after a refusal', async () => {
    const server = await open({ status: 403 }, { body: 'x' });
    expect(await failureOf(fetched('/file', server.url))).toMatchObject({ code: 'bad-answer' });
    expect(server.asked).toHaveLength(1);
  });

  it('follows no redirect', async () => {
    const elsewhere = await open({ body: 'x' });
    for (const status of [301, 302, 307, 308]) {
      const server = await open({ status, headers: { location: `${elsewhere.url}/internal` } });
      const failure = await failureOf(fetched('/file', server.url));
      expect(failure).toMatchObject({ code: 'bad-answer' });
      expect(failure.platformSaid).toContain('not followed');
    }
    expect(elsewhere.asked).toEqual([]);
  });

  it.each([
    'http://127.0.0.1:1/file',
    'http://169.254.169.254/latest',
    'file:///etc/passwd',
    'ftp://example.com/x',
    'data:text/plain,x',
    'https://user:word@example.com/x',
    'https://user@example.com/x',
    'https://',
  ])('never asks %s', async (address) => {
    const server = await open({ body: 'x' });
    const clock = fakeClock();
    expect(await failureOf(fetched(address, server.url, clock))).toMatchObject({ code: 'bad-answer' });
    expect(clock.slept).toEqual([]);
    expect(server.asked).toEqual([]);
  });

  it('reads the largest export there may be, and not a byte more, packed or not', async () => {
    const bytes = (length: number) => (_: unknown, response: { end: (b: Buffer) => void }) =>
      response.end(Buffer.alloc(length));
    const largest = await open(bytes(MAX_EXPORT_BYTES));
    expect(await fetched('/file', largest.url)).toHaveLength(MAX_EXPORT_BYTES);
    const larger = await open(bytes(MAX_EXPORT_BYTES + 1));
    expect((await failureOf(fetched('/file', larger.url))).platformSaid).toContain('larger than');
    expect(larger.asked).toHaveLength(1);
    const packed = await open((_, response) => {
      response.writeHead(200, { 'content-encoding': 'gzip' });
      response.end(gzipSync(Buffer.alloc(MAX_EXPORT_BYTES + 1)));
    });
    expect((await failureOf(fetched('/file', packed.url))).platformSaid).toContain('larger than');
  });
});
