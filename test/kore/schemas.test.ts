import Ajv from 'ajv/dist/2020';
import { describe, expect, it } from 'vitest';
import type { KoreBot } from '../../kore/format';
import { koreSchemas } from '../../kore/schemas';
import { verify } from '../../kore/verify';
import { BOTS } from './bots';
import { add, patched, remove, set, type Change } from './patch';

const schemaErrors = (bot: KoreBot, ...changes: readonly Change[]) =>
  verify(patched(bot, changes))
    .filter(({ rule }) => rule === 'schema')
    .map(({ where }) => where);

const { botAction, extended, flat, xo11 } = BOTS;
const message = '/definition/dialogComponents/2';

describe('the schemas', () => {
  it.each(Object.values(koreSchemas))('are valid 2020-12 schemas: $title', (schema) => {
    expect(new Ajv().validateSchema(schema)).toBe(true);
  });

  it('know every key of a component and of a node', () => {
    expect(schemaErrors(botAction, add(`${message}/surprise`, 1))).toEqual([message]);
    expect(schemaErrors(xo11, add(`${message}/surprise`, 1))).toEqual([message]);
    expect(schemaErrors(flat, add('/definition/dialogs/0/nodes/1/surprise', 1))).toEqual([
      '/definition/dialogs/0/nodes/1',
    ]);
  });

  it('want scripts and JavaScript messages percent-encoded', () => {
    expect(schemaErrors(botAction, set(`${message}/message/0/localeData/en/text`, 'print("hi")'))).toEqual([
      `${message}/message/0/localeData/en/text`,
    ]);
    expect(schemaErrors(xo11, set('/definition/dialogComponents/5/preProcessor', 'a = 1'))).toEqual([
      '/definition/dialogComponents/5/preProcessor',
    ]);
  });

  it('keep the two layouts of XO 10 apart', () => {
    expect(schemaErrors(botAction, remove('/definition/dialogs/0/nodes/3/positionMeta'))).toEqual([
      '/definition/dialogs/0/nodes/3',
    ]);
    expect(schemaErrors(flat, add('/definition/dialogs/0/nodes/2/positionMeta', { left: 0, top: 0 }))).toEqual([
      '/definition/dialogs/0/nodes/2',
    ]);
  });

  it('refuse a botAction in XO 11', () => {
    expect(schemaErrors(xo11, set('/definition/dialogs/0/nodes/3/type', 'botAction'))).toContain(
      '/definition/dialogs/0/nodes/3/type',
    );
  });

  it('refuse model configurations in XO 11, which hold provider keys', () => {
    expect(schemaErrors(xo11, add('/definition/llmConfiguration/0', {}))).toEqual(['/definition/llmConfiguration']);
  });

  it('refuse a secured variable with a value', () => {
    expect(schemaErrors(extended, set('/config/envVariables/0/value', 'secret'))).toEqual([
      '/config/envVariables/0/value',
    ]);
  });

  it('refuse a stub export without dialogs', () => {
    expect(schemaErrors(botAction, remove('/definition/exportOptions/tasks/0'))).toEqual([
      '/definition/exportOptions/tasks',
    ]);
  });
});
