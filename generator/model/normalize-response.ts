import type { Path } from '../source/yaml';
import type { Action, Field } from './model';
import { defined } from './normalize-reply';
import { reportText, type Reader } from './reader';
import { parsePipe, type Stretch } from './text';
import type { WrittenAction } from './written/action';
import type { WrittenFields } from './written/fields';

/** What a write that succeeded is answered with, whatever the body is. */
export const DONE = [200, 201, 202, 204];

/** Where an answer stands, with the defaults; `done` is what counts as a success when nothing is said. */
export function normalizeResponse(
  read: Reader,
  response: NonNullable<WrittenAction['response']> = {},
  done: readonly number[] = [],
  at: Path = ['response'],
): Action['response'] {
  return defined({
    done: [response.done ?? done].flat(),
    at: list(response.at ?? '.'),
    only: response.where ?? {},
    confirm: new Map(Object.entries(response.confirm ?? {}).map(([input, paths]) => [input, list(paths)])),
    owner: response.owner,
    near: response.near && { ...response.near, where: read.where([...at, 'near']) },
    fields: normalizeFields(read, [...at, 'fields'], response.fields ?? {}),
    where: read.where(at),
  });
}

function normalizeFields(read: Reader, path: Path, written: WrittenFields): readonly Field[] {
  return Object.entries(written).map(([name, field]) => {
    const at = [...path, name];
    const where = read.where(at);
    if (typeof field !== 'string') {
      return {
        name,
        each: field.each,
        only: field.where ?? {},
        ...(field.total !== undefined && { total: field.total }),
        fields: normalizeFields(read, [...at, 'fields'], field.fields),
        where,
      };
    }
    const unknown: Stretch[] = [];
    const piped = parsePipe(field, (p) => {
      if (p.code === 'unknown-filter') unknown.push({ word: p.details[0] ?? '', offset: p.offset });
      else reportText(read.report, where.file.within(where.path, p.offset, p.length), p, at);
    });
    return { name, ...piped, unknown, where };
  });
}

const list = (value: string | readonly string[]): readonly string[] => (typeof value === 'string' ? [value] : value);
