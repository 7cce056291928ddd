import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { openapiService } from '../../services/openapi/service';
import { SERVICE_KINDS } from '../../services/registry';
import type { LocalService } from '../../services/service';

/** Values of variables, given as `NAME=value`. */
export const pairsOf = (written: readonly string[]): Readonly<Record<string, string>> =>
  Object.fromEntries(
    written.flatMap((pair) => {
      const [, name, value] = /^(\w+)=(.*)$/s.exec(pair) ?? [];
      return name === undefined || value === undefined ? [] : [[name, value]];
    }),
  );

/** A stand-in for each of these integrations that keeps an OpenAPI document; `given` are values of their variables. */
export const standIns = (
  root: string,
  integrations: readonly string[],
  given: Readonly<Record<string, string>> = {},
  port = 0,
): readonly LocalService[] =>
  integrations.flatMap(
    (name) => openapiService({ name, given, port, read: readerIn(join(root, 'specs', name)) }) ?? [],
  );

/** Everything that can stand in for something here: services that the product knows, and those of documents. */
export const localServices = (
  root: string,
  integrations: readonly string[],
  given: Readonly<Record<string, string>>,
): readonly LocalService[] => [...SERVICE_KINDS.map((kind) => kind.create()), ...standIns(root, integrations, given)];

/** Reads the text files of a folder, and none beside it. */
const readerIn = (folder: string) => (name: string) => {
  if (name.split(/[/\\]/).some((step) => step === '..' || step === '')) return undefined;
  const path = join(folder, name);
  return existsSync(path) ? readFileSync(path, 'utf8') : undefined;
};
