import { existsSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { lastDeployed, recordDeployed } from '../../deploy/deployed';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'deployed-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const record = (more: Partial<Parameters<typeof recordDeployed>[1]> = {}) =>
  recordDeployed(folder, {
    ...{ integration: 'shop', target: 'xo11', environment: undefined, botId: 'st-1', only: [] },
    ...{ at: '2026-01-01T00:00:00.000Z', zip: Buffer.from('one') },
    ...more,
  });

describe('the record of what was deployed', () => {
  it('is none before anything was', () => {
    expect(lastDeployed(folder, 'shop')).toBeUndefined();
  });

  it('is the latest of an integration, in any environment, with the zip that was imported', () => {
    record();
    record({ at: '2026-02-01T00:00:00.000Z', environment: 'staging', zip: Buffer.from('two'), botId: 'st-2' });
    record({ at: '2026-03-01T00:00:00.000Z', integration: 'other' });
    const found = lastDeployed(folder, 'shop');
    expect(found).toMatchObject({ botId: 'st-2', environment: 'staging', alone: [] });
    expect(readFileSync(found?.zip ?? '', 'utf8')).toBe('two');
    record({ at: '2026-04-01T00:00:00.000Z', zip: Buffer.from('three') });
    expect(readFileSync(lastDeployed(folder, 'shop')?.zip ?? '', 'utf8')).toBe('three');
    expect(lastDeployed(folder, 'shop', 'xo10')).toBeUndefined();
  });

  it('names the actions that were deployed alone since then, once, and forgets them with the next whole one', () => {
    record();
    record({ only: ['b', 'a'], zip: Buffer.from('part') });
    record({ only: ['a'], zip: Buffer.from('part') });
    const found = lastDeployed(folder, 'shop');
    expect(found?.alone).toEqual(['b', 'a']);
    expect(readFileSync(found?.zip ?? '', 'utf8')).toBe('one');
    record();
    expect(lastDeployed(folder, 'shop')?.alone).toEqual([]);
  });

  it('is not begun by actions alone, nor by those of another bot', () => {
    record({ only: ['a'] });
    expect(existsSync(join(folder, 'deployed'))).toBe(false);
    record();
    record({ only: ['a'], botId: 'st-9' });
    expect(lastDeployed(folder, 'shop')?.alone).toEqual([]);
  });

  it('is none when its files are gone or cannot be read', () => {
    record();
    const [json] = readdirSync(join(folder, 'deployed')).filter((name) => name.endsWith('.json'));
    rmSync(join(folder, 'deployed', 'shop-xo11.zip'));
    expect(lastDeployed(folder, 'shop')).toBeUndefined();
    writeFileSync(join(folder, 'deployed', json ?? ''), '{"integration": 5');
    expect(lastDeployed(folder, 'shop')).toBeUndefined();
  });
});
