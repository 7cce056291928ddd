import { describe, expect, test } from 'vitest';
import { documentOf } from '../../apis/openapi/document';
import { asking, type RequestParameter } from '../../generator/scaffold/openapi/asked';

const TEXT = { type: 'string' };

const none = documentOf({ openapi: '3.1.0', info: { title: '', version: '' }, paths: {} });

describe('an input', () => {
  const ask = (
    more: Partial<Omit<RequestParameter, 'schema'>> & { readonly schema?: object } = {},
    letters = 30,
    before: readonly string[] = [],
  ) => {
    const all = asking(none, letters);
    for (const name of before) all.ask({ name, of: 'x', schema: TEXT, inBody: false } as RequestParameter);
    const value = all.ask({ name: 'colour', of: 'thing', schema: TEXT, inBody: false, ...more });
    return { value, input: all.inputs.at(-1), count: all.inputs.length - before.length };
  };

  test.each([
    ['a text', TEXT, 'text'],
    ['anything', {}, 'text'],
    ['yes or no', { type: 'boolean' }, 'boolean'],
    ['a number', { type: 'number' }, 'number'],
    ['a choice', { enum: ['a', 'b'] }, 'choice'],
    ['fifteen choices', { enum: Array.from({ length: 15 }, (_, i) => `c${i}`) }, 'choice'],
    ['sixteen choices', { type: 'string', enum: Array.from({ length: 16 }, (_, i) => `c${i}`) }, 'text'],
    ['choices of 40 letters', { enum: ['a', 'x'.repeat(40)] }, 'choice'],
    ['choices of 41 letters', { type: 'string', enum: ['a', 'x'.repeat(41)] }, 'text'],
    ['choices with signs', { type: 'string', enum: ['a', '<b>'] }, 'text'],
    ['a date', { type: 'string', format: 'date' }, 'date'],
    ['a moment', { type: 'string', format: 'date-time' }, 'datetime'],
    ['an address', { type: 'string', format: 'uri' }, 'url'],
    ['a format that nobody knows', { type: 'string', format: 'constructor' }, 'text'],
  ])('is %s', (_, schema, type) => {
    expect(ask({ schema }).input).toMatchObject({ type });
  });

  test.each([
    ['email', {}, 'email'],
    ['e-mail', {}, 'email'],
    ['email', { maxLength: 21 }, 'email'],
    ['email', { maxLength: 20 }, 'text'],
    ['due_date', {}, 'date'],
    ['due_date', { maxLength: 10 }, 'date'],
    ['due_date', { maxLength: 9 }, 'text'],
    ['due_date', { format: 'x' }, 'text'],
    ['update', {}, 'text'],
    ['order_id', { type: 'integer' }, 'pattern'],
    ['order_id', { type: 'number' }, 'number'],
    ['count', { type: 'integer' }, 'number'],
  ])('is known by its name: %s %j', (name, schema, type) => {
    expect(ask({ name, schema: { type: 'string', ...schema } }).input).toMatchObject({ type });
  });

  test.each([
    ['stands in an address', {}, '${colour | trim}'],
    ['stands in a body', { inBody: true }, '${colour}'],
    ['is a number', { schema: { type: 'number' } }, '${colour}'],
    ['is a number of a body', { schema: { type: 'number' }, inBody: true }, '${colour}'],
    ['is a code of a body', { name: 'colour_no', schema: { type: 'integer' }, inBody: true }, '${colourNo | number}'],
    ['is a code of an address', { name: 'colour_no', schema: { type: 'integer' } }, '${colourNo}'],
    [
      'is a choice of numbers in a body',
      { schema: { type: 'integer', enum: [1, 2] }, inBody: true },
      '${colour | number}',
    ],
    ['is several', { many: true, inBody: true }, '${colour}'],
    ['is several of an address', { many: true }, '${colour}'],
  ] satisfies readonly (readonly [
    string,
    Partial<Omit<RequestParameter, 'schema'>> & { readonly schema?: object },
    string,
  ])[])('that %s', (_, more, value) => {
    expect(ask(more).value).toBe(value);
  });

  test('is not asked for where there is one value', () => {
    expect(ask({ schema: { const: 5 } })).toEqual({ value: '5', input: undefined, count: 0 });
    expect(ask({ schema: { const: 5 }, inBody: true })).toMatchObject({ value: 5, count: 0 });
    expect(ask({ schema: { const: 'x' }, many: true })).toMatchObject({ value: '${colour}', count: 1 });
  });

  test.each([
    ['optional', { optional: true }, 'What is the colour? You may leave it out.'],
    ['a choice', { schema: { enum: ['a', 'b'] } }, 'Which colour?'],
    [
      'a choice that may be left out',
      { schema: { enum: ['a', 'b'] }, optional: true },
      'What is the colour? You may leave it out.',
    ],
    ['yes or no', { schema: { type: 'boolean' } }, 'Colour: yes or no?'],
    ['several', { many: true }, 'Which colour? Several are separated by commas.'],
    ['one', {}, 'What is the colour?'],
  ] satisfies readonly (readonly [
    string,
    Partial<Omit<RequestParameter, 'schema'>> & { readonly schema?: object },
    string,
  ])[])('has a question: %s', (_, more, question) => {
    const { input } = ask(more);
    expect(input?.question).toBe(question);
    expect('optional' in (input ?? {})).toBe('optional' in more);
    expect('many' in (input ?? {})).toBe('many' in more);
  });

  test.each([
    [
      { type: 'integer', minimum: 0, maximum: 9 },
      { least: 0, most: 9 },
    ],
    [{ type: 'number', minimum: 0.5, maximum: 9.5 }, {}],
    [{ type: 'number' }, {}],
    [{ type: 'string', minimum: 1 }, {}],
  ])('has limits: %j', (schema, wanted) => {
    const { least, most } = ask({ schema }).input ?? {};
    expect({ ...(least !== undefined && { least }), ...(most !== undefined && { most }) }).toEqual(wanted);
  });

  test('has what the document says of it', () => {
    expect(ask({ description: 'How it looks.' }).input?.comment).toBe('How it looks.');
    expect(ask({ description: '', schema: { type: 'string', description: 'Its look.' } }).input?.comment).toBe(
      'Its look.',
    );
    expect(ask().input).not.toHaveProperty('comment');
    expect(ask({ example: 'red' }).input?.example).toBe('red');
    expect(ask({ schema: { type: 'string', example: 'green' } }).input?.example).toBe('green');
    expect(ask({ schema: { enum: ['a', 'b'] } }).input).not.toHaveProperty('example');
    expect(ask().input).not.toHaveProperty('pattern');
    expect(ask({ name: 'colour_no', schema: { type: 'integer' } }).input?.pattern).toBe('\\b\\d{1,19}\\b');
  });

  test.each([
    ['its own', 'colour', [], false, 'colour'],
    ['its own without signs before it', '$top', [], false, 'top'],
    ['what it is of', 'colour', ['colour'], false, 'thingColour'],
    ['that it is new', 'colour', ['colour', 'thingColour'], true, 'newColour'],
    ['a number', 'colour', ['colour', 'thingColour'], false, 'colour2'],
    ['the next number', 'colour', ['colour', 'thingColour', 'colour2'], false, 'colour3'],
    ['what it is of, where it says nothing', 'id', [], false, 'thingId'],
    ['what it is of, where it is taken', 'label', [], false, 'thingLabel'],
    ['what it is of, and a number', 'id', ['thingId'], false, 'thingId2'],
  ])('is called %s', (_, name, before, inBody, wanted) => {
    expect(ask({ name, inBody }, 30, before).input?.name).toBe(wanted);
  });

  test('has a name even where all are taken', () => {
    const taken = ['colour', 'thingColour', ...[2, 3, 4, 5, 6, 7, 8, 9].map((i) => `colour${i}`)];
    expect(ask({}, 30, taken).input?.name).toBe('colour10');
  });

  test.each([
    ['shipping_address_line', 15, 'addressLine'],
    ['shipping_address_line', 11, 'addressLine'],
    ['shipping_address_line', 10, 'line'],
    ['shipping_address_id', 5, 'shiId'],
    ['colour', 4, 'colo'],
    ['colour', 1, 'col'],
  ])('has a short name: %s in %i letters', (name, letters, wanted) => {
    expect(ask({ name }, letters).input?.name).toBe(wanted);
  });
});
