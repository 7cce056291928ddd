import type { ErrorObject } from 'ajv/dist/2020';
import type { Target } from './format';
import { koreValidators } from './validators';

/** What is wrong with the shape of a definition (by its target) or a config; empty when nothing is. */
export function shapeErrors(name: Target | 'config', value: unknown): readonly ErrorObject[] {
  const validate = koreValidators[name];
  return validate(value) ? [] : (validate.errors ?? []);
}
