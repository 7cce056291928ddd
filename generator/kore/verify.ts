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

/** A pointer and those of what it stands in: `/a/b`, `/a` and the empty one. */
function withAncestors(pointer: string): readonly string[] {
  const keys = pointer.split('/');
  return keys.map((_, i) => keys.slice(0, i + 1).join('/'));
}

/**
 * Without the errors that only repeat another one: that a branch failed, that no item was the wanted one for this reason
 * or that, and that the keys of an object with an error are not known (which ajv says of all keys of a failed branch).
 */
function withoutEchoes(found: readonly ErrorObject[]): readonly ErrorObject[] {
  const telling = found.filter(({ keyword, schemaPath }) => keyword !== 'if' && !/\/contains\//.test(schemaPath));
  const broken = new Set(
    telling
      .filter(({ keyword }) => keyword !== 'unevaluatedProperties')
      .flatMap(({ instancePath }) => withAncestors(instancePath)),
  );
  return telling.filter(
    ({ keyword, instancePath }) => keyword !== 'unevaluatedProperties' || !broken.has(instancePath),
  );
}

function explain({ keyword, message, params }: ErrorObject): string {
  if (keyword === 'false schema') return 'is not allowed here';
  const named: unknown =
    params['additionalProperty'] ?? params['unevaluatedProperty'] ?? params['allowedValue'] ?? params['allowedValues'];
  return `${message ?? keyword}${named === undefined ? '' : `: ${JSON.stringify(named)}`}`;
}

function schemaViolations(found: readonly ErrorObject[], file: string): readonly Violation[] {
  return withoutEchoes(found).map((error) => ({
    rule: 'schema',
    where: `${file}${error.instancePath}`,
    message: explain(error),
  }));
}

/** Says everything in which a bot differs from what real exports of its target have in common. */
export type Verify = (bot: KoreBot) => readonly Violation[];

/**
 * Everything in which a bot differs from what real exports of its target have in common: the schema of both files first,
 * then the integrity rules in their order. Empty for a sound bot. Takes any JSON value for the two files and never
 * throws; time is linear in the size of the bot.
 */
export const verify: Verify = (bot) => verifier()(bot);

/** `verify` for bots of one target that share dialogs and components, which are held against the schema once; so they must not be changed. */
export function verifier(): Verify {
  const fitting = new WeakSet<object>();
  return (bot) => {
    const index = indexBot(bot);
    const rules = RULES.filter((rule) => rule.targets.includes(bot.target));
    return [
      ...schemaViolations(definitionErrors(bot.target, bot.definition, fitting), '/definition'),
      ...schemaViolations(configErrors(bot.config), '/config'),
      ...rules.flatMap((rule) =>
        Array.from(rule.check(index), ({ where, message }) => ({ rule: rule.id, where, message })),
      ),
    ];
  };
}
