import type { Branch, Flow, Step } from '../compile/flow';
import type { Action } from '../model/model';
import { written } from './sentences';
import { ownValue } from '../../kore/own-value';

/** The dialog of an action as a Mermaid flowchart: the steps that are built, with the outcomes on the arrows. */
export function flowchart(action: Action, { steps }: Flow): string {
  const id = (name: string) => (name === 'end' ? 'done' : `s${steps.findIndex((s) => s.name === name)}`);
  const arrow = (from: string, { to, when }: Branch) =>
    `  ${id(from)} -->${when ? `|${label('answer' in when ? when.answer : when.equals)}|` : ''} ${id(to)}`;
  return [
    'flowchart TD',
    ...steps.map((step) => `  ${id(step.name)}${shape(step, action)}`),
    '  done((end))',
    ...steps.flatMap((step) => [
      ...step.next.map((branch) => arrow(step.name, branch)),
      ...(step.kind === 'entity' && step.giveUp !== undefined
        ? [`  ${id(step.name)} -->|not understood ${step.retries} times| ${id(step.giveUp)}`]
        : []),
    ]),
  ].join('\n');
}

const CALLS: Readonly<Record<string, string>> = {
  prepare: 'check the inputs, prepare the request',
  token: 'fetch a token',
  pick: 'which one was meant',
  change: 'forget the answer that shall be changed',
  send: 'note that it is sent',
  call: 'send the request, decide the outcome',
};

/** What runs in a step; in a look-up, whose name follows a hyphen, also which one it is. */
function calledIn(name: string): string {
  const [step = '', lookUp] = name.split(/-(.*)/);
  const what = ownValue(CALLS, step) ?? name;
  return lookUp === undefined ? what : `${lookUp}: ${what}`;
}

function shape(step: Step, action: Action): string {
  switch (step.kind) {
    case 'intent':
      return `([${quoted(written(action.title))}])`;
    case 'entity':
      return `[/${quoted(`ask for ${step.name}`)}/]`;
    case 'call':
      return `[${quoted(calledIn(step.name))}]`;
    case 'agentTransfer':
      return `[${quoted('hand over to a person')}]`;
    case 'dialogAct':
      return `{${quoted('ask before it is sent')}}`;
    case 'message':
      return `[${quoted(`say ${step.name}`)}]`;
  }
}

/** Mermaid reads entities in quotes; everything that could end the quotes or be HTML is written as one. */
const quoted = (text: string) => `"${label(text)}"`;

const label = (text: string) => text.replace(/[^\p{L}\p{N} .,:-]/gu, (c) => `#${String(c.codePointAt(0))};`);
