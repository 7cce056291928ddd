import type { FilterUse } from '../../model/filters';
import type { Bot, Field } from '../../model/model';
import { localeNeeds, readsWritten } from './filters';

/** The filters of an answer's fields, in the order they stand there. */
export const usesOf = (fields: readonly Field[]): readonly FilterUse[] =>
  fields.flatMap((field) => ('each' in field ? usesOf(field.fields) : field.filters));

const tablesOf = (uses: readonly FilterUse[]): readonly string[] => [
  ...new Set(uses.filter((use) => use.name === 'words').map((use) => String(use.args[0]))),
];

/** Whether a script with these filters reads how the language writes. Amounts that are written out already need nothing more. */
export function readsLocale(uses: readonly FilterUse[]): boolean {
  const needs = localeNeeds(uses);
  return needs.has('date') || (needs.has('money') && !readsWritten(uses)) || tablesOf(uses).length > 0;
}

type Tables = Readonly<Record<string, Readonly<Record<string, unknown>>>>;

/** Of each language what these filters use of it: months and the order of a date, signs of a number, the words for a service's values. */
export function localeTables({ locales }: Bot, uses: readonly FilterUse[]): Tables {
  const needs = localeNeeds(uses);
  const tables = tablesOf(uses);
  return Object.fromEntries(
    locales.map(({ language, style: { months, date, decimal, group, money }, texts }) => {
      const words = Object.fromEntries(
        tables.map((table) => [table, Object.fromEntries(texts.words.get(table) ?? [])]),
      );
      return [
        language,
        {
          ...(needs.has('date') ? { months: months.join(' '), date } : {}),
          ...(needs.has('money') ? { decimal, group, money } : {}),
          ...(tables.length > 0 ? { words } : {}),
        },
      ];
    }),
  );
}
