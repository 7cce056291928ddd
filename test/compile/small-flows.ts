import { actionFlow } from '../../generator/compile/action-flow';
import type { Branch, EntityStep, Step } from '../../generator/compile/flow';
import type { Piece } from '../../generator/compile/plan';
import { oneAction, shown } from './small';

export type Lines = Readonly<Record<string, string>>;

export const tested = ({ when }: Branch): string => {
  if (when === undefined) return '';
  if ('answer' in when) return `${when.answer} `;
  const what = 'context' in when ? when.context.replace('context.getIt.', '') : when.entity;
  return `${what}=${when.equals} `;
};

export const ways = (next: readonly Branch[]) => next.map((branch) => `${tested(branch)}→ ${branch.to}`);

export const flowOf = (lines: Lines, bot: Lines = {}) => {
  const [made, action] = oneAction(lines, bot);
  return actionFlow(made, action);
};

export const stepIn = (steps: readonly Step[], name: string): Step => {
  const step = steps.find((one) => one.name === name);
  if (step === undefined) throw new Error(`no step ${name} among ${steps.map((one) => one.name).join(', ')}`);
  return step;
};

/** What becomes of an action: its steps, and where each goes. */
export const flow = (lines: Lines, bot: Lines = {}): Readonly<Record<string, readonly string[]>> =>
  Object.fromEntries(flowOf(lines, bot).steps.map(({ name, next }) => [name, ways(next)]));

export const innerOf = (lines: Lines, name: string, bot: Lines = {}) => {
  const step = stepIn(flowOf(lines, bot).steps, name);
  return step.kind === 'call' ? step.inner.map(({ kind, component }) => `${kind} ${component.name}`) : [];
};

export const entity = (lines: Lines, name: string, bot: Lines = {}) =>
  stepIn(flowOf(lines, bot).steps, name) as EntityStep;

/** What a message says, by its channels. */
export const saidBy = (step: Step, language = 'en') =>
  (('component' in step ? step.component.view['message'] : []) as readonly Piece[]).map(({ view }) => {
    const { text } = (view['localeData'] as Readonly<Record<string, Piece>>)[language]?.view as {
      readonly text: string | { readonly template: string; readonly view: object };
    };
    return typeof text === 'string' ? text : { template: text.template, view: shown(text.view) };
  });

export const INPUT = { inputs: '{ a: { prompt: A? } }' };

export const OPEN = { inputs: '{ a: { prompt: A? }, b: { prompt: B?, optional: true } }' };

export const KINDS =
  '{ k: { type: choice, prompt: K?, choices: [x, y] }, a: { prompt: A?, when: { k: [x, y] } }, b: { prompt: B? } }';

export const WRITES = { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' };

export const FETCHED = { more: 'credentials: { clientCredentials: { path: /token, id: ID, secret: S } }' };
