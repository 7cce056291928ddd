import type { Path, YamlFile } from '../source/yaml';
import type { Where } from './model';
import { isTranslatable } from './translatable';

/** Lists of which a language has its own number. */
const OWN_NUMBER: ReadonlySet<string | number> = new Set(['utterances', 'tests', 'descriptions']);

/** Every translatable text of a spec, with its path. A list of which a language has its own number counts as one entry. */
export function* translatableTexts(data: unknown, path: Path = []): Generator<Path> {
  if (OWN_NUMBER.has(path.at(-1) ?? '')) {
    yield path;
    return;
  }
  if (typeof data === 'string') {
    if (isTranslatable(path)) yield path;
  } else if (isList(data)) {
    for (const [i, value] of data.entries()) yield* translatableTexts(value, [...path, i]);
  } else if (typeof data === 'object' && data !== null) {
    for (const [key, value] of Object.entries(data)) yield* translatableTexts(value, [...path, key]);
  }
}

/** The spec with the translation's texts in place of its own; neither is changed. */
export function overlay(data: unknown, translation: unknown): unknown {
  if (translation === undefined || translation === null) return data;
  if (isList(data) && isList(translation)) {
    const texts = (list: readonly unknown[]) => list.every((one) => typeof one === 'string');
    if (texts(translation) && texts(data)) return translation;
    return data.map((value, i) => overlay(value, translation[i]));
  }
  if (isMap(data) && isMap(translation)) {
    return Object.fromEntries(
      Object.entries(data).map(([key, value]) => [
        key,
        overlay(value, Object.hasOwn(translation, key) ? translation[key] : undefined),
      ]),
    );
  }
  return typeof data !== 'object' && typeof translation === typeof data ? translation : data;
}

/** Resolves a path of an overlaid spec: to the translation where it has a text there, to the spec elsewhere. */
export function overlaidPlace(spec: YamlFile, locale: YamlFile, prefix: Path): (path: Path) => Where {
  return (path) =>
    dataAt(locale.data, [...prefix, ...path]) === undefined
      ? { file: spec, path }
      : { file: locale, path: [...prefix, ...path] };
}

/** The value at a path, or undefined. */
export function dataAt(data: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, step) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, step)
        ? (value as Record<string | number, unknown>)[step]
        : undefined,
    data,
  );
}

const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value);

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
