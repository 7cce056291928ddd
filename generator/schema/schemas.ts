import type { Options } from 'ajv/dist/2020';
import action from './action.schema.json';
import bot from './bot.schema.json';
import parts from './parts.schema.json';
import utterances from './utterances.schema.json';

/** The schemas by their name; `validators` are made from them. One that is called like a file is only referred to. */
export const specSchemas = { 'parts.schema.json': parts, action, bot, utterances } as const;

export const specOptions: Options = {
  allErrors: true,
  verbose: true,
  allowUnionTypes: true,
  strict: true,
  strictRequired: false,
};
