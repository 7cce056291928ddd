import type { ErrorObject } from 'ajv/dist/2020';
import { perList, type Definition, type KoreBot, type PerList } from './format';
import { JOINT_RULES, RULES } from './rules/index';
import { indexBot } from './rules/bot-index';
import type { Rule } from './rules/rule';
import { shapeErrors } from './shape-errors';

/** A place where a bot is not as every real export is. */
export interface Violation {
  /** The rule's id, such as `transition-targets-exist (D10)`, or `schema`. */
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

/**
 * Everything in which a bot differs from what real exports of its target have in common: the schema of both files first,
 * then the integrity rules in their order. Empty for a sound bot. Takes any JSON value for the two files and never
 * throws; time is linear in the size of the bot.
 */
export const verify = (bot: KoreBot): readonly Violation[] => [...misshapen(bot), ...broken(bot, RULES)];

/** All that the joint rules look at in a dialog, a component or a sentence. */
export interface Fact {
  readonly _id: string;
  readonly refId?: unknown;
  readonly name?: unknown;
  readonly lname?: unknown;
  readonly type?: unknown;
  readonly taskId?: unknown;
  readonly isAbandonment?: unknown;
  readonly isSensitive?: unknown;
}

/** The facts of a bot that passed `verify`. */
export const factsOf = ({ definition }: KoreBot): PerList<readonly Fact[]> =>
  perList((key) => (definition[key] as readonly Fact[]).map(factOf));

const factOf = ({ _id, refId, name, lname, type, taskId, isAbandonment, isSensitive }: Fact): Fact => ({
  ...{ _id, refId, name, lname, type, taskId },
  ...{ isAbandonment, isSensitive },
});

/**
 * `verify` for a bot that is put together from sound ones: `frame` is the bot with empty lists, `facts` are those of the
 * entries, in the order in which they will stand there. What the other rules say of a dialog and its components holds in
 * the bot it comes from, which brings along all that it refers to.
 */
export function verifyJoint(frame: KoreBot, facts: PerList<readonly Fact[]>): readonly Violation[] {
  const definition = { ...frame.definition, ...facts } as unknown as Definition;
  return [...misshapen(frame), ...broken({ ...frame, definition }, JOINT_RULES)];
}

const misshapen = ({ target, definition, config }: KoreBot): readonly Violation[] => [
  ...schemaViolations(shapeErrors(target, definition), '/definition'),
  ...schemaViolations(shapeErrors('config', config), '/config'),
];

function broken(bot: KoreBot, rules: readonly Rule[]): readonly Violation[] {
  const index = indexBot(bot);
  return rules
    .filter(({ targets }) => targets.includes(bot.target))
    .flatMap(({ id, check }) => Array.from(check(index), ({ where, message }) => ({ rule: id, where, message })));
}
