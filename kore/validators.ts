import type { ValidateFunction } from 'ajv/dist/2020';
import type { schemas } from './schemas';

/** The validators of the schemas, by their name: code that was made from them when the product was compiled. */
export const validators = require('#validators/kore.js') as Readonly<Record<keyof typeof schemas, ValidateFunction>>;
