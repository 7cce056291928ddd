import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { isScalar, parseDocument, visit } from 'yaml';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { build } from '../../generator/build';
import { inOrder } from '../../generator/diagnostics/diagnostic';
import { jsonDiagnostic, printDiagnostic } from '../../generator/diagnostics/print';
import { findSpecSecrets } from '../../generator/diagnostics/secrets';
import { bareIcon } from '../../generator/model/icon';
import { PROJECT, templates } from '../build/specs';
import { graphqlProject, restProject, type Project } from '../fuzz/project';

// Put together here, so that no scanner takes the test itself for a leak.
const RANDOM = '0f8e7d6c5b4a39281706f5e4d3c2b1a0';
const TOKEN = `shp${'at'}_${RANDOM}`;

/** The same text as YAML can write it. */
const WRITTEN: readonly ((text: string) => string)[] = [
  (text) => JSON.stringify(text),
  (text) => JSON.stringify(text).replace('_0f8e', '\\x5f0f8e'),
  (text) => JSON.stringify(text).replace('shpat', '\\u0073hpat'),
  (text) => JSON.stringify(text).replace('_0f8e', '_\\\n      0f8e'),
];

describe.each([
  ['GraphQL', graphqlProject],
  ['REST', restProject],
] as const)('a credential in any text of a bot over %s', (_, open) => {
  let project: Project;
  beforeAll(() => void (project = open()));
  afterAll(() => project.remove());

  test('reaches no file, no message and no JSON', async () => {
    let planted = 0;
    for (const [name, text] of project.yaml) {
      const places: [number, number, string][] = [];
      visit(parseDocument(text), {
        Scalar: (key, node) => {
          if (key !== 'key' && isScalar(node) && typeof node.value === 'string' && node.range)
            places.push([node.range[0], node.range[1], node.value]);
        },
      });
      for (const [i, [start, end, value]] of places.entries()) {
        const written = WRITTEN[i % WRITTEN.length]?.(`${value} ${TOKEN}`) ?? '';
        await project.changed(name, `${text.slice(0, start)}${written}${text.slice(end)}`, async () => {
          const { files, diagnostics } = await build(project.root, project.id, templates);
          const said = inOrder(diagnostics).flatMap((d) => [
            printDiagnostic(d, { color: false }),
            JSON.stringify(jsonDiagnostic(d)),
          ]);
          expect([name, value, said.join('\n')]).toEqual([name, value, expect.not.stringContaining(RANDOM.slice(4))]);
          expect([name, value, files]).toEqual([name, value, undefined]);
        });
        planted += 1;
      }
    }
    expect(planted).toBeGreaterThan(40);
  });

  test('in a transcript is an error, unless it is said to be none', async () => {
    const action = [...project.yaml.keys()].find((name) => /^(get-order|find-points)/.test(name)) ?? '';
    const chat = `== x\nuser: hello ${TOKEN}\nbot: hi\n`;
    const name = action.replace('.yaml', '.chat');
    await project.changed(name, chat, async () => {
      const { files, diagnostics } = await build(project.root, project.id, templates);
      expect(files).toBeUndefined();
      expect(diagnostics.filter((d) => d.severity === 'error').map((d) => d.code)).toEqual(['looks-like-secret']);
      expect(diagnostics.map((d) => printDiagnostic(d, { color: false })).join()).not.toContain(TOKEN);
    });
    await project.changed(name, chat.replace(TOKEN, `${TOKEN} # not a secret`), async () => {
      expect((await build(project.root, project.id, templates)).files).toBeDefined();
    });
  });
});

test.each([
  ...['tEXt', 'zTXt', 'iTXt', 'eXIf', 'tIME', 'iCCP', 'sPLT', 'hIST', 'pHYs', 'prVt', 'mkBT'],
  ...['sRGB', 'gAMA', 'cHRM', 'sBIT', 'IEND'],
])('a picture brings no notes in %s along into a zip', (kind) => {
  const icon = readFileSync(join(PROJECT, 'specs', 'shopify', 'icon.png'));
  const note = Buffer.from(`Comment\0${TOKEN}`);
  const chunk = Buffer.concat([Buffer.alloc(4), Buffer.from(kind), note, Buffer.alloc(4)]);
  chunk.writeUInt32BE(note.length);
  const end = icon.length - 12;
  const noted = Buffer.concat([icon.subarray(0, end), chunk, icon.subarray(end), Buffer.from(TOKEN)]);
  expect(noted.includes(TOKEN)).toBe(true);
  expect(bareIcon(noted)).toEqual(icon);
  expect(bareIcon(icon)).toEqual(icon);
});

const r = (length: number) => 'a1B2c3D4e5F6g7H8i9J0'.repeat(8).slice(0, length);
const hex = (length: number) => RANDOM.repeat(3).slice(0, length);

test.each([
  `ATATT${'3'}${r(60)}`,
  `GOC${'SPX'}-${r(28)}`,
  `ya${'29'}.${r(60)}`,
  `hf${'_'}${r(34)}`,
  `dop${'_v1_'}${hex(64)}`,
  `pypi${'-AgE'}${r(60)}`,
  `rubygems${'_'}${hex(48)}`,
  `dckr${'_pat_'}${r(27)}`,
  `lin${'_api_'}${r(40)}`,
  `hv${'s'}.${r(30)}`,
  `glsa${'_'}${r(32)}`,
  `sq0${'atp'}-${r(22)}`,
  `xkey${'sib'}-${hex(64)}`,
  `tskey${'-'}auth-${r(30)}`,
  `whsec${'_'}${r(32)}`,
  `NR${'AK'}-${r(27).toUpperCase()}`,
  `123456789${':'}AA${r(33)}`,
  `S${'K'}${hex(32)}`,
  `key${'-'}${hex(32)}`,
  `${hex(32)}${'-us'}12`,
  `https://hooks.${'slack'}.com/services/T00000000/B00000000/${r(24)}`,
  `https://discord.com/api/${'webhooks'}/123456789012345678/${r(60)}`,
  `https://x.example/a?api_key=${r(24)}`,
  `https://x.example/a?b=1&sig=${r(40)}`,
  `DefaultEndpointsProtocol=https;AccountName=x;Account${'Key'}=${r(60)}==`,
  `AGE${'-SECRET-KEY-'}1${'Q'.repeat(58)}`,
])('the credential %s is known', (text) => {
  expect(findSpecSecrets(`x: ${text}`)).not.toEqual([]);
});
