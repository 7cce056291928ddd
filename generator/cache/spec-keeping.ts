import type { Spec } from '../read';
import type { SpecText } from '../source/read';
import { placesFound, yamlFile, type Range, type YamlFile } from '../source/yaml';
import { isPlainJson, parsedOr, type Cache } from './cache';
import type { Keeping } from './caching';
import { keptSaid, sayAgain, type KeptSaid } from './said';

/** What reading a spec came to. */
interface KeptSpec {
  readonly said: readonly KeptSaid[];
  readonly holds: keyof Spec;
  readonly data: unknown;
  readonly places: readonly (readonly [string, Range])[];
}

/** Keeps what a spec says, and the places that were looked up in it. `finish` keeps them: only then all places were looked up. */
export function specKeeping(cache: Cache): Keeping<[SpecText, number], Spec> & { readonly finish: () => void } {
  const open: { key: string; file: YamlFile; places: number; rest: Omit<KeptSpec, 'places'> }[] = [];
  return {
    keyOf: ({ name, path, text, fault }, most) =>
      cache.keyOf('spec', name, path, text, JSON.stringify([fault ?? null, most])),
    recall: (key, report, spec) => {
      const known = parsedOr<KeptSpec>(cache.read(key));
      if (!known) return undefined;
      const { places, ...rest } = known;
      const file = yamlFile(spec.path, spec.text, rest.data, new Map(places));
      open.push({ key, file, places: places.length, rest });
      sayAgain(rest.said, textOf(spec), report);
      return { result: rest.holds === 'file' ? { file } : { file, [rest.holds]: { file, data: rest.data } } };
    },
    keep: (key, result, said, spec) => {
      const kept = keptSaid(said, textOf(spec));
      const [holds = 'file'] = (['bot', 'action', 'utterances'] as const).filter((one) => result[one]);
      if (!result.file || !kept || !isPlainJson(result.file.data)) return;
      open.push({ key, file: result.file, places: -1, rest: { said: kept, holds, data: result.file.data } });
    },
    finish: () => {
      for (const { key, file, places, rest } of open) {
        const found = placesFound(file);
        if (found.size === places) continue;
        cache.keep(key, [Buffer.from(JSON.stringify({ ...rest, places: [...found] } satisfies KeptSpec))]);
      }
    },
  };
}

const textOf = ({ path, text }: SpecText) => new Map([[path, text]]);
