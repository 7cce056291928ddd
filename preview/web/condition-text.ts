import type { Condition, Test } from '../../kore/format';
import { ownValue } from '../../kore/own-value';

/** Says what the operators test, in the words of a label. */
const OPERATORS: Readonly<Record<string, string>> = {
  eq: '=',
  neq: '≠',
  gt: '>',
  gte: '≥',
  lt: '<',
  lte: '≤',
  cnt: 'contains',
  dne: 'is missing',
  exists: 'exists',
  '': 'exists',
};

/** What a transition tests, short enough for a label: `outcome = found`. `named` turns a node id into the node's name. */
export function conditionText(condition: Condition, named: (nodeId: string) => string): string {
  if (condition.tests === undefined) return testText(condition, named);
  return condition.tests.map((test) => testText(test, named)).join(condition.conjoin === 'or' ? ' or ' : ' and ');
}

function testText(test: Test, named: (nodeId: string) => string): string {
  if (test.dialogAct !== undefined) return `answer is ${test.dialogAct}`;
  if (test.intent !== undefined) return `user turns to ${named(test.intent)}`;
  const subject = test.field !== undefined ? named(test.field) : lastKey(test.context ?? '?');
  const operator = ownValue(OPERATORS, test.op ?? '') ?? test.op ?? '';
  const value = test.value ?? '';
  return [subject, operator, ...(/^(exists|is missing)$/.test(operator) ? [] : [value])].join(' ');
}

const lastKey = (expression: string): string => /^[\w.$]*?([\w$]+)$/.exec(expression.trim())?.[1] ?? expression;
