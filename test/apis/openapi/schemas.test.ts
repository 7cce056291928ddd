import { describe, expect, test } from 'vitest';
import { RuntimeValue, checkBody } from '../../../apis/openapi/check-body';
import { openDocument, type ApiDocument, type Schema } from '../../../apis/openapi/document';
import type { Operation } from '../../../apis/openapi/operations';
import { successesOf } from '../../../apis/openapi/responses';
import { choicesOf, itemsOf, shapeOf, typesOf } from '../../../apis/openapi/schemas';

function documentWith(schemas: object): ApiDocument {
  const root = { openapi: '3.1.0', info: { title: 'x', version: '1' }, paths: {}, components: { schemas } };
  const document = openDocument(JSON.stringify(root));
  if ('problem' in document) throw new Error(document.problem);
  return document;
}

/** `deep` levels of `allOf` around a schema. */
const nested = (schema: Schema, deep: number): Schema => (deep === 0 ? schema : { allOf: [nested(schema, deep - 1)] });

const circle = documentWith({
  A: { anyOf: [{ $ref: '#/components/schemas/A' }] },
  L: { $ref: '#/components/schemas/L' },
});
const A: Schema = { $ref: '#/components/schemas/A' };

describe('what a schema says', () => {
  test('of a circle, or of nothing, is nothing', () => {
    for (const schema of [A, undefined, { $ref: '#/components/schemas/None' } as Schema]) {
      expect(shapeOf(circle, schema)).toBeUndefined();
      expect(itemsOf(circle, schema)).toBeUndefined();
      expect(choicesOf(circle, schema)).toBeUndefined();
      expect([...typesOf(circle, schema)]).toEqual([]);
    }
  });

  test.each([
    [16, true],
    [17, false],
  ])('is found %i levels deep: %s', (deep, found) => {
    expect(itemsOf(circle, nested({ type: 'array', items: { type: 'string' } }, deep)) !== undefined).toBe(found);
    expect(shapeOf(circle, nested({ properties: { a: {} } }, deep)) !== undefined).toBe(found);
  });

  test('of choices holds only where every alternative has some; null is none', () => {
    expect(choicesOf(circle, { anyOf: [{ enum: ['a', null] }, { const: 'b' }] })).toEqual(['a', 'b']);
    expect(choicesOf(circle, { anyOf: [{ enum: ['a'] }, { type: 'string' }] })).toBeUndefined();
    expect(choicesOf(circle, { enum: [null] })).toBeUndefined();
  });
});

test('a list where none may stand is told, and where nothing is said of types it may', () => {
  const asked = new RuntimeValue();
  expect(checkBody(circle, { type: 'string' }, [asked])).toEqual([
    { kind: 'wrong-type', path: [], wanted: ['string'], got: 'array' },
  ]);
  expect(checkBody(circle, {}, [asked])).toEqual([]);
  expect(checkBody(circle, { type: ['array', 'null'], items: {} }, [asked])).toEqual([]);
});

test('the answers that are well are those of 2xx, or the default where there is none', () => {
  const of = (...statuses: string[]) =>
    successesOf({ responses: statuses.map((status) => ({ status })) } as unknown as Operation).map((one) => one.status);
  expect(of('200', '404', 'default')).toEqual(['200']);
  expect(of('404', 'default')).toEqual(['default']);
  expect(of('404')).toEqual([]);
});
