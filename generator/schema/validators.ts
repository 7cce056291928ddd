import type { ValidateFunction } from 'ajv/dist/2020';

/** The validators of the schemas, by their name: code that was made from them when the product was compiled. */
export const specValidators = require('#validators/specs.js') as Readonly<
  Record<'action' | 'bot' | 'utterances', ValidateFunction>
>;
