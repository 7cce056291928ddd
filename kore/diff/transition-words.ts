import type { Condition, Test, Transition } from '../format';
import { ownValue } from '../own-value';

const OPS: Readonly<Record<string, string>> = {
  eq: 'is',
  neq: 'is not',
  cnt: 'contains',
  gt: 'is greater than',
  gte: 'is at least',
  lt: 'is less than',
  lte: 'is at most',
  dne: 'is missing',
};

/**
 * A node's transitions, one line each: `if OrderId is "1001" → ShowOrder`, `otherwise → end of dialog`.
 * `target` names a node by its id.
 */
export const transitionWords = (transitions: readonly Transition[], target: (nodeId: string) => string): string =>
  transitions
    .map((t) => {
      if ('default' in t) return `${transitions.length > 1 ? 'otherwise ' : ''}→ ${destination(t.default, target)}`;
      return `if ${conditionWords(t.if, target)} → ${destination(t.then, target)}`;
    })
    .join('\n');

function destination(id: string, target: (nodeId: string) => string): string {
  if (id === 'end') return 'end of dialog';
  if (id === 'retToFlow') return 'back to the flow';
  return id === '' ? 'nowhere' : target(id);
}

function conditionWords(condition: Condition, target: (nodeId: string) => string): string {
  if (condition.tests === undefined) return testWords(condition, target);
  return condition.tests.map((test) => testWords(test, target)).join(` ${condition.conjoin ?? 'and'} `);
}

function testWords(test: Test, target: (nodeId: string) => string): string {
  if (test.dialogAct !== undefined) return `the answer is ${test.dialogAct}`;
  if (test.intent !== undefined) return `the user wants ${target(test.intent)}`;
  const subject = test.field === undefined ? (test.context ?? 'nothing') : target(test.field);
  const op = test.op ?? '';
  if (op === '' || op === 'exists') return `${subject} has a value`;
  const words = ownValue(OPS, op) ?? op;
  return op === 'dne' ? `${subject} ${words}` : `${subject} ${words} "${test.value ?? ''}"`;
}
