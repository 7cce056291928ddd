import { join } from 'node:path';
import type { Component, Definition, EnvVariable, KoreBot } from '../../../kore/format';
import { readExport } from '../../../kore/read-export';

const EXPORTS = join(__dirname, '..', '..', 'fixtures', 'exports');

/** A small real-shaped bot: one dialog that asks for an order number, calls a service and shows the answer. */
export const readBot = (layout: 'botaction' | 'flat' | 'xo11' = 'botaction'): Promise<KoreBot> =>
  readExport(join(EXPORTS, `order-status-${layout}.json`));

/** A copy of the bot whose definition `edit` may change freely. */
export function edited(bot: KoreBot, edit: (definition: Editable) => void): KoreBot {
  const copy = structuredClone(bot);
  edit(copy.definition as Editable);
  return copy;
}

type Mutable<T> = T extends object ? { -readonly [K in keyof T]: Mutable<T[K]> } : T;
export type Editable = Mutable<Definition>;

/** The component of that name; the test is wrong when there is none. */
export function component(definition: Editable, name: string): Mutable<Component> {
  const found = definition.dialogComponents.find((c) => c.name === name);
  if (found === undefined) throw new Error(`no component ${name}`);
  return found;
}

/** The bot with these environment variables. */
export const withVariables = (bot: KoreBot, ...envVariables: readonly Partial<EnvVariable>[]): KoreBot => ({
  ...bot,
  config: {
    ...bot.config,
    envVariables: envVariables.map((v) => ({
      key: 'X',
      value: '',
      variableType: 'env',
      hint: '',
      scope: 'prePopulated',
      ...v,
    })),
  },
});
