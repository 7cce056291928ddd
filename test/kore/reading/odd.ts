import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readExportFiles } from '../../../kore/read-export';
import type { ReadBot } from '../../../kore/read-export';

/** Parsed JSON that a test changes. */
export type Json = { [key: string]: Json } & Json[];

const FIXTURE = join(__dirname, '..', '..', 'fixtures', 'exports', 'order-status-botaction.json');

/** A sound definition, to be spoiled. */
export const sound = (): Json => JSON.parse(readFileSync(FIXTURE, 'utf8')) as Json;

/** Reads a definition, and a config beside it, as if from a zip. */
export const read = (definition: unknown, config?: unknown, name = 'botDefinition.json'): Promise<ReadBot> =>
  readExportFiles(
    new Map([
      [name, Buffer.from(JSON.stringify(definition))],
      ...(config === undefined ? [] : [['config.json', Buffer.from(JSON.stringify(config))] as const]),
    ]),
  );

/** A sound definition after `spoil`, read. */
export function spoiled(spoil: (definition: Json) => void): Promise<ReadBot> {
  const definition = sound();
  spoil(definition);
  return read(definition);
}

/** What the notes say, each with its pointer. */
export const said = (bot: ReadBot): readonly string[] => bot.notes.map(({ pointer, text }) => `${pointer}: ${text}`);

/** A value of a type that is not its own. */
export const put = (holder: Json, key: string | number, value: unknown): void => {
  (holder as unknown as Record<string | number, unknown>)[key] = value;
};
