import { cpSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';

/** As much of a spec as a copy changes. */
interface Spec {
  readonly title: string;
  readonly utterances: readonly string[];
  readonly tests?: readonly string[];
}

/**
 * Writes specs of `count` actions below `root`: copies of those in `from`, each with an id, a title and utterances of its
 * own, whose buttons lead to the copies of the same round (of the first one, where the last round is cut short). Translations are left out: a file of them has an upper size.
 */
export function writeSpecs(from: string, root: string, count: number): void {
  const folder = join(root, 'specs', 'scale');
  mkdirSync(folder, { recursive: true });
  cpSync(join(from, 'schema'), join(folder, 'schema'), { recursive: true });
  cpSync(join(from, 'icon.png'), join(folder, 'icon.png'));
  const ids = readdirSync(from)
    .filter((name) => name.endsWith('.yaml') && name !== 'bot.yaml')
    .map((name) => name.replace('.yaml', ''));
  const read = (id: string) => readFileSync(join(from, `${id}.yaml`), 'utf8');
  const targetIn = (round: number) => (id: string) =>
    nameOf(id, (round - 1) * ids.length + ids.indexOf(id) < count ? round : 1);
  writeFileSync(join(folder, 'bot.yaml'), relinked(read('bot'), targetIn(1)));
  for (let i = 0; i < count; i += 1) {
    const round = 1 + Math.floor(i / ids.length);
    const id = ids[i % ids.length] ?? '';
    writeFileSync(join(folder, `${nameOf(id, round)}.yaml`), copy(relinked(read(id), targetIn(round)), round));
  }
}

/** Short, because names in an export are. */
const nameOf = (id: string, round: number) => `${id.replace(/^get-/, '')}-${round}`;

const relinked = (text: string, target: (id: string) => string) => text.replace(/(?<=\baction: )[a-z-]+/g, target);

function copy(text: string, round: number): string {
  const spec = parse(text) as Spec;
  const said = (sentences: readonly string[]) => sentences.map((sentence) => `${sentence} in shop ${round}`);
  const own = {
    ...spec,
    title: `${spec.title} ${round}`,
    utterances: said(spec.utterances),
    ...(spec.tests ? { tests: said(spec.tests) } : {}),
  };
  return stringify(own, { lineWidth: 0 });
}
