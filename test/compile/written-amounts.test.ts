import { runInNewContext } from 'node:vm';
import { describe, expect, test } from 'vitest';
import { checkScript } from '../../generator/compile/scripts/check';
import { templates } from '../build/specs';
import { actionText, oneAction, smallBot } from './small';

const BOT = { more: 'words: { open: { "true": yes, "false": no } }' };
const SPANISH = {
  'locales/es.yaml': `
bot: { words: { open: { "true": sí } } }
actions: { get-it: { title: Verlo, utterances: [dame la cosa], reply: { found: Aquí., empty: Nada. } } }
`,
};
const priced = actionText({ response: '{ fields: { p: price | money, o: open | words("open"), d: day | date } }' });
const bot = smallBot({ 'get-it.yaml': priced, ...SPANISH }, BOT);

/** What the step after a request leaves for the next ones. */
function written(body: unknown, currentLanguage = 'en', made = bot) {
  const { template, view } = checkScript(made);
  const context = {
    currentLanguage,
    called: { key: 'getIt', service: 'getItService', kind: 'rest' },
    getIt: {},
    getItService: { response: { statusCode: 200, body } },
  };
  runInNewContext(`(() => {${templates.scripts.render(template, view)}\n})()`, { context, koreDebugger: { log() {} } });
  const { amounts, locale } = context as { readonly amounts?: object; readonly locale?: object };
  return JSON.parse(JSON.stringify({ amounts, locale })) as { readonly amounts?: object; readonly locale?: object };
}

const price = (amount: unknown, currencyCode: unknown) => ({ amount, currencyCode });

describe('amounts of an answer', () => {
  test.each([
    ['one', price('12.5', 'USD'), { '12.5 USD': '$12.50' }],
    ['a number', price(3, 'EUR'), { '3 EUR': '€3.00' }],
    ['one without decimals', price('1200', 'JPY'), { '1200 JPY': '¥1,200' }],
    ['one with three', price('1.2345', 'KWD'), { '1.2345 KWD': '1.235 KWD' }],
    ['less than nothing', price('-4', 'USD'), { '-4 USD': '-$4.00' }],
    ['no number', price('<b>', 'USD'), { '<b> USD': '' }],
    [
      'without a currency',
      [price('1', ''), price('2', null), { amount: '3' }],
      { '1 ': '1.00', '2 null': '2.00', '3 undefined': '3.00' },
    ],
    ['one far down', { a: [{ b: { c: price('1', 'USD') } }] }, { '1 USD': '$1.00' }],
    ['several', [price('1', 'USD'), price('1', 'EUR')], { '1 USD': '$1.00', '1 EUR': '€1.00' }],
    ['none', { a: null, b: 'text' }, {}],
  ])('are written: %s', (_, body, wanted) => {
    expect(written({ data: body }).amounts).toEqual(wanted);
  });

  test('are written in the language that is spoken', () => {
    expect(written(price('1234.5', 'EUR'), 'es').amounts).toEqual({ '1234.5 EUR': '1.234,50 €' });
    expect(written(price('1234.5', 'EUR'), 'fr').amounts).toEqual({ '1234.5 EUR': '€1,234.50' });
  });

  test('are found however deep and however many there are', () => {
    const deep = JSON.parse(
      `${'[{"a":'.repeat(5000)}{"amount":"1","currencyCode":"USD"}${'}]'.repeat(5000)}`,
    ) as unknown;
    expect(written([deep]).amounts).toEqual({ '1 USD': '$1.00' });
    const many = Array.from({ length: 200_000 }, () => price('2', 'EUR'));
    expect(written(many).amounts).toEqual({ '2 EUR': '€2.00' });
  });

  test.each([[['a']], [[[]]], [{}], [{ toString: 'x' }]])('of an odd currency are none: %j', (code) => {
    expect(written(price('1', code)).amounts).toEqual({});
  });

  test('of an odd kind say nothing', () => {
    expect(written([price(null, 'USD'), price(['1'], 'USD'), price('1', '__proto__')]).amounts).toEqual({
      'null USD': '',
      '1 __proto__': '1.00 __proto__',
    });
  });

  test('are those of the last answer alone', () => {
    const body = JSON.stringify(price('2', 'USD'));
    expect(written(body).amounts).toEqual({ '2 USD': '$2.00' });
    expect(written('no json').amounts).toEqual({});
  });

  test('are none where the bot shows none', () => {
    const [plain] = oneAction();
    expect(written(price('1', 'USD'), 'en', plain)).not.toHaveProperty('amounts');
    expect(written(price('1', 'USD'), 'en', plain)).not.toHaveProperty('locale');
    const [apart] = oneAction({ response: '{ fields: { p: price | moneyIn("code") } }' });
    expect(written(price('1', 'USD'), 'en', apart)).not.toHaveProperty('amounts');
  });
});

describe('how a language writes', () => {
  test('is left for the next step', () => {
    expect(written({}).locale).toEqual({
      months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec',
      date: 'M D, Y',
      decimal: '.',
      group: ',',
      money: '¤#',
      words: { open: { true: 'yes', false: 'no' } },
    });
    expect(written({}, 'es').locale).toMatchObject({ date: 'D M Y', words: { open: { true: 'sí' } } });
  });
});
