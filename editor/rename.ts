import { collect } from '../generator/diagnostics/diagnostic';
import type { Action } from '../generator/model/model';
import { actionIdOf, type SpecFolder, type SpecText } from '../generator/source/read';
import { parseYaml, type Path, type YamlFile } from '../generator/source/yaml';

/** A stretch of a file's text, in UTF-16 offsets, and what comes in its place. */
export interface Edit {
  readonly path: string;
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/**
 * What changes when an input of an action gets another name: its key, and every place that names it, in the spec, in translations,
 * in files of utterances, and in buttons of other actions. A field of the answer with the same name keeps it.
 */
export function renamed(folder: SpecFolder, action: Action, from: string): readonly Edit[] {
  const isField = action.response.fields.some(({ name }) => name === from);
  return folder.yaml.flatMap((spec) => {
    const file = read(spec);
    if (!file) return [];
    const about = partAbout(spec, action.id);
    return [...walk(file.data, [])].flatMap(([path, value]) => {
      const own =
        about !== undefined && about.every((key, i) => path[i] === key) ? path.slice(about.length) : undefined;
      return [
        ...(own && typeof value === 'string' ? inText(file, path, own, value, { from, isField }) : []),
        ...(own && isKeyOf(own, from) ? [at(file, file.keyAt(path))] : []),
        ...(isGiven(file.data, path, action.id, from) ? [at(file, file.keyAt(path))] : []),
      ];
    });
  });
}

const at = ({ path, text }: YamlFile, { start, end }: { readonly start: number; readonly end: number }): Edit => ({
  ...{ path, text, start, end },
});

function read({ path, text }: SpecText): YamlFile | undefined {
  return parseYaml(path, text, collect().report, Infinity);
}

/** The part of a file that is about an action: all of its spec, or what stands below its id in a translation. */
function partAbout({ name }: SpecText, id: string): Path | undefined {
  if (name.startsWith('locales/')) return ['actions', id];
  return name !== 'bot.yaml' && actionIdOf(name) === id ? [] : undefined;
}

/** Every value of a file with the keys that lead to it. */
function* walk(value: unknown, path: Path): Generator<readonly [Path, unknown]> {
  yield [path, value];
  if (Array.isArray(value)) for (const [i, one] of value.entries()) yield* walk(one, [...path, i]);
  else if (typeof value === 'object' && value !== null)
    for (const [key, one] of Object.entries(value)) yield* walk(one, [...path, key]);
}

/** The input's own key, and where `confirm` and another input's `when` name it. */
function isKeyOf(path: Path, from: string): boolean {
  if (path.at(-1) !== from) return false;
  const above = path.slice(0, -1).join('.');
  return above === 'inputs' || above === 'response.confirm' || /^inputs\.[^.]+\.when$/.test(above);
}

/** Where a button gives the action a value for it. */
function isGiven(data: unknown, path: Path, id: string, from: string): boolean {
  if (path.at(-1) !== from || path.at(-2) !== 'with') return false;
  const button = path.slice(0, -2).reduce<unknown>((value, key) => (value as Record<string, unknown>)[key], data);
  return (button as { readonly action?: unknown }).action === id;
}

interface Named {
  readonly from: string;
  /** Whether a field of the answer has the same name: where an answer is told, that one is meant. */
  readonly isField: boolean;
}

function inText(file: YamlFile, path: Path, own: Path, value: string, { from, isField }: Named): readonly Edit[] {
  if (isField && (own[0] === 'next' || own[0] === 'keep' || (own[0] === 'reply' && own[1] === 'found'))) return [];
  return [...value.matchAll(/(?<!\$)\$\{\s*([\w-]+)(?=[\s.|}])/g)].flatMap(({ index, 0: whole, 1: name = '' }) =>
    name === from ? [at(file, file.within(path, index + whole.length - name.length, name.length))] : [],
  );
}
