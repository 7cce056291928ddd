import type { ErrorObject } from 'ajv/dist/2020';
import type { KoreBot } from './format';
import { RULES } from './rules';
import { indexBot } from './rules/bot-index';
import { configErrors, definitionErrors } from './schemas';

/** A place where a bot is not as every real export is. */
export interface Violation {
  /** The rule's id, or `schema`. */
  readonly rule: string;
  /** JSON Pointer (RFC 6901) from the `KoreBot`: `/definition/dialogs/0/nodes/1/componentId`. */
  readonly where: string;
  readonly message: string;
}

/** Errors that only say that a part of the schema failed, which reports itself. */
const ECHOES = new Set(['if', 'anyOf', 'allOf']);

function detail({ params }: ErrorObject): string {
  const named: unknown =
    params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['allowedValue'] ?? params['allowedValues'];
  return named === undefined ? '' : `: ${JSON.stringify(named)}`;
}

function schemaViolations(found: readonly ErrorObject[], file: string): readonly Violation[] {
  return found
    .filter((error) => !ECHOES.has(error.keyword))
    .map((error) => ({
      rule: 'schema',
      where: `${file}${error.instancePath}`,
      message: `${error.message ?? error.keyword}${detail(error)}`,
    }));
}

/**
 * Everything in which a bot differs from what real exports of its target have in common: the schema of both files first,
 * then the integrity rules in their order. Empty for a sound bot. Takes any JSON value for the two files and never
 * throws; time is linear in the size of the bot.
 */
export function verify(bot: KoreBot): readonly Violation[] {
  const index = indexBot(bot);
  const rules = RULES.filter((rule) => rule.targets.includes(bot.target));
  return [
    ...schemaViolations(definitionErrors(bot.target, bot.definition), '/definition'),
    ...schemaViolations(configErrors(bot.config), '/config'),
    ...rules.flatMap((rule) =>
      Array.from(rule.check(index), ({ where, message }) => ({ rule: rule.id, where, message })),
    ),
  ];
}
