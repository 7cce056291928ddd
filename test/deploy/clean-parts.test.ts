import { describe, expect, it } from 'vitest';
import { cleanExport } from '../../deploy/clean-export';
import { createCleaner } from '../../deploy/clean-values';
import { readEntries } from '../../kore/zip/entries';

const CANARY = 'canary7Secret9Value';

describe('a file of an export', () => {
  it.each(['functions.js', 'notes.md', 'settings.yaml', 'a.properties', '.env', 'plain'])(
    'that is called %s has no secret when it is kept',
    async (name) => {
      const { zip, removed } = await cleanExport(new Map([[name, Buffer.from(`x\npassword: ${CANARY}\n`)]]), []);
      const kept = (await readEntries(zip)).get(name);
      expect([kept?.toString(), removed]).toEqual(['x\npassword: ••••\n', 1]);
    },
  );

  it('that is no text is kept as it is', async () => {
    const bytes = Buffer.from([0x89, 0x50, 0xff, 0]);
    const { zip } = await cleanExport(new Map([['a.bin', bytes]]), []);
    expect((await readEntries(zip)).get('a.bin')).toEqual(bytes);
  });
});

describe('of a variable that is a secret', () => {
  it.each<[string, Record<string, unknown>]>([
    ['a number', { key: 'X', isSecured: true, value: 73829174 }],
    ['a value for each language', { key: 'X', isSecured: true, value: { en: CANARY } }],
    ['a list', { key: 'API_KEY', value: [CANARY] }],
    ['another value', { key: 'X', isSecured: true, value: 'a', defaultValue: CANARY, values: [CANARY] }],
    ['a flag in words', { key: 'X', isSecured: 'true', value: CANARY }],
    ['another flag', { key: 'X', secured: true, value: CANARY }],
  ])('%s is taken out', (_, variable) => {
    expect(JSON.stringify(createCleaner([]).variable(variable))).not.toMatch(/canary7|73829174/);
  });

  it('nothing else is', () => {
    const secured = { key: 'X', isSecured: true, value: '', notes: 'the store', propagateValue: null };
    expect(createCleaner([]).variable(secured)).toEqual(secured);
    const open = { key: 'X', isSecured: false, value: 7, defaultValue: 'a' };
    expect(createCleaner([]).variable(open)).toEqual(open);
  });
});
