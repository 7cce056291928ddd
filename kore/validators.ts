import type { ValidateFunction } from 'ajv/dist/2020';
import type { koreSchemas } from './schemas';

/** The validators of the schemas, by their name: code that was made from them when the product was compiled. */
export const koreValidators = require('#validators/kore.js') as Readonly<
  Record<keyof typeof koreSchemas, ValidateFunction>
>;
