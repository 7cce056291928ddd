import { join } from 'node:path';
import fc from 'fast-check';
import { build } from '../../../generator/build';
import type { Templates } from '../../../generator/render/load';
import { FIXTURES, SHOP, templates } from '../../build/specs';
import { literalsOf, shapeOf } from '../decoded-texts';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { hostileText } from '../hostile';
import { must } from '../judge';

interface Rendered {
  readonly name: string;
  readonly view: Readonly<Record<string, unknown>>;
}

/** Every script of our bots with what filled it. */
async function scriptsOf(root: string, id: string): Promise<readonly Rendered[]> {
  const seen: Rendered[] = [];
  const recording: Templates = {
    ...templates,
    scripts: {
      names: templates.scripts.names,
      render: (name, view) => {
        seen.push({ name, view });
        return templates.scripts.render(name, view);
      },
    },
  };
  await build(root, id, recording);
  return seen;
}

type Path = readonly string[];

/** Where a view holds texts that an author may have written: names, which the schema holds to identifiers, are not among them. */
function textsIn(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, member]) =>
    OURS.has(key) || isName(member) ? [] : textsIn(member, [...path, key]),
  );
}

/** What the compiler calls its constructs and the script's own names. */
const OURS: ReadonlySet<string> = new Set([
  ...['kind', 'from', 'partial', 'name', 'entity', 'variable', 'holder', 'input'],
  ...['service', 'tokenKey', 'defaultLanguage', 'uses', 'align', 'fresh', 'confirm', 'key', 'id'],
]);

const isName = (member: unknown) => typeof member === 'string' && /^[a-z]\w*$/.test(member) && !/ /.test(member);

function replaced(value: unknown, path: Path, text: string): unknown {
  const [first, ...rest] = path;
  if (first === undefined) return text;
  if (Array.isArray(value))
    return value.map((m, i) => (String(i) === first ? replaced(m, rest, text) : (m as unknown)));
  const holder = value as Readonly<Record<string, unknown>>;
  return { ...holder, [first]: replaced(holder[first], rest, text) };
}

/** Where a template writes a name of the script, or a pattern that a check has proven, it takes one and refuses anything else. */
function renderedOrRefused(render: () => string): string | undefined {
  try {
    return render();
  } catch (error) {
    if (/is no identifier$|^Invalid regular expression/.test((error as Error).message)) return undefined;
    throw error;
  }
}

/** Whatever an author writes, a script stays the script that it is, and says that text. */
export const scriptTexts: Fuzzer = {
  name: 'scripts',
  walk: async (how) => {
    const { count, counts } = tally();
    const all = [...(await scriptsOf(FIXTURES, 'parcels')), ...(await scriptsOf(SHOP, 'shopify'))];
    const cases = fc.record({ which: fc.nat(), at: fc.nat(), text: hostileText });
    const done = await walkThrough(
      cases,
      ({ which, at, text }) => {
        const script = all[which % all.length];
        const paths = script ? textsIn(script.view) : [];
        const path = paths[at % paths.length];
        if (!script || !path) return;
        const said = `Zq7${text}7qZ`;
        const render = (instead: string) =>
          templates.scripts.render(script.name, replaced(script.view, path, instead) as Rendered['view']);
        const rendered = renderedOrRefused(() => render(said));
        if (rendered === undefined) return count('refused');
        const where = `${script.name} with ${JSON.stringify(said)} as ${join(...path)}`;
        must(
          shapeOf(rendered) === shapeOf(render('Zq7')) || /query/.test(path.join()),
          () => `another script: ${where}`,
        );
        must(!/<\/script|[\u2028\u2029]/i.test(rendered.replace(/^\/\/.*$/gm, '')), () => `unsafe in a page: ${where}`);
        // Not every look shows every part, and a comment may be cut.
        if (!literalsOf(render('Zq7')).some((literal) => literal.includes('Zq7'))) return count('not shown');
        const literals = literalsOf(rendered);
        const whole = literals.some((literal) => literal.includes(said)) || literals.join('\n').includes(said);
        must(whole, () => `the text is lost: ${where}`);
        count('rendered');
      },
      how,
    );
    return { cases: done, counts };
  },
};
