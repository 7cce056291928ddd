import { PLACES, type Look, type Said } from './looks';
import { readsAs } from './reads';
import { PICTURE, type OpenWindow, type Rendered } from './window';

const ADDRESS = 'https://store.test/things';
/** Wall-clock time on a machine that is busy, too; a pattern that backtracks takes minutes. */
const LONGEST_MS = 2000;

/** Words that mean nothing to anybody, and are found again in what was drawn. */
const PLAIN: readonly string[] = Array.from({ length: PLACES }, (_, i) => `Qz${i}q`);
const filled = (texts: readonly string[], picture = PICTURE, address = ADDRESS) => ({ texts, picture, address });

/** A look beside what a window makes of it when every text is plain. */
interface Measured {
  readonly look: Look;
  readonly plain: Rendered;
}

/** Draws every look with plain words: what hostile ones are compared with. */
export async function measure(window: OpenWindow, looks: readonly Look[]): Promise<readonly Measured[]> {
  const drawn = await window.render(looks.map((look) => look.say(filled(PLAIN))));
  await window.happened();
  return looks.map((look, i) => ({ look, plain: drawn[i] ?? { drawn: [], milliseconds: 0 } }));
}

/**
 * Draws texts in every look, many at a time, and says what they did beyond being read: another element, another attribute, a
 * link, a request, a script, other words, a page that stands still. No sentence: they were read, and nothing else.
 */
export async function misbehaviour(
  window: OpenWindow,
  measured: readonly Measured[],
  texts: readonly string[],
): Promise<readonly string[]> {
  const rounds = chunks(texts, PLACES);
  const cases = rounds.flatMap((round) =>
    measured.map((one) => ({ ...one, round, said: one.look.say(filled(round)) })),
  );
  const drawn = await window.render(cases.map(({ said }) => said));
  const happened = await window.happened();
  const problems = cases.flatMap(({ look, plain, round }, i) => {
    const problem = compared(plain, drawn[i], round);
    return problem === undefined ? [] : [`${look.name}: ${problem}, of ${JSON.stringify(round)}`];
  });
  return [...problems, ...happened.map((what) => `${what}, of ${JSON.stringify(texts)}`)];
}

/** What a window makes of addresses other than leaving picture and link out. */
export async function admitted(window: OpenWindow, looks: readonly Look[], addresses: readonly string[]) {
  const without = await window.render(looks.map((look) => look.say(filled(PLAIN, '', ''))));
  const problems: string[] = [];
  for (const address of addresses) {
    const drawn = await window.render(looks.map((look) => look.say(filled(PLAIN, address, address))));
    for (const [i, plain] of without.entries()) {
      const problem = compared(plain, drawn[i], PLAIN);
      if (problem !== undefined) problems.push(`${looks[i]?.name}: ${problem}, of ${JSON.stringify(address)}`);
    }
    problems.push(...(await window.happened()));
  }
  return problems;
}

/** The same for words that a person sends by pressing a button, which the window draws as their own. */
export async function echoed(window: OpenWindow, payloads: readonly string[]): Promise<readonly string[]> {
  const says = (texts: readonly string[]) => texts.map((text): Said => ({ text }));
  const [plain] = await window.render(says(['Qz0q']), 'user');
  await window.happened();
  const drawn = await window.render(says(payloads), 'user');
  const happened = await window.happened();
  return [
    ...payloads.flatMap((text, i) => {
      const problem = plain && compared(plain, drawn[i], [text]);
      return problem === undefined ? [] : [`what was pressed: ${problem}, of ${JSON.stringify(text)}`];
    }),
    ...happened,
  ];
}

function compared(plain: Rendered, hostile: Rendered | undefined, texts: readonly string[]): string | undefined {
  if (hostile === undefined) return 'nothing was drawn';
  if (hostile.milliseconds > LONGEST_MS) return `it took ${Math.round(hostile.milliseconds)} ms`;
  for (const [i, { kind, text }] of plain.drawn.entries()) {
    const other = hostile.drawn[i];
    if (other?.kind !== kind) return `<${other?.kind ?? 'nothing'}> stands where <${kind}> should`;
    if (!/Qz\d+q/.test(text)) continue;
    const meant = text.replace(/Qz(\d+)q/g, (_, at) => texts[Number(at) % texts.length] ?? '');
    if (!readsAs(other.text, meant)) return `${JSON.stringify(other.text)} is read for ${JSON.stringify(meant)}`;
  }
  const more = hostile.drawn[plain.drawn.length];
  return more === undefined ? undefined : `<${more.kind}> was added`;
}

const chunks = <T>(all: readonly T[], size: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, i) => all.slice(i * size, (i + 1) * size));
