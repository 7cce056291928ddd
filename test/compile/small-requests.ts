import { prepareScript } from '../../generator/compile/scripts/prepare';
import { oneAction, shown } from './small';

export type Lines = Readonly<Record<string, string>>;

export type View = Readonly<Record<string, unknown>>;

export const INPUTS = `
  a: { prompt: A? }
  o: { prompt: O?, optional: true }
  n: { type: number, prompt: N?, least: 1 }
  p: { type: period, prompt: When? }`;

export const VARIABLES = `variables:
  HOST: { hint: H, pattern: '[a-z]+' }
  OTHER: { hint: O }
  SECRET: { hint: S, secret: true }`;

/** What the script before the request is made of. */
export const prepared = (lines: Lines, bot: Lines = {}): View => {
  const [made, action] = oneAction(lines, bot);
  return shown(prepareScript(made, action).view) as View;
};

/** The view of a POST with this body. */
export const posted = (body: string, lines: Lines = {}, bot: Lines = {}): View =>
  prepared(
    { inputs: INPUTS, reads: 'true', request: `{ rest: { method: POST, path: /x, body: ${body} } }`, ...lines },
    bot,
  );

export const LEAST = { name: 'n', value: 'within(context.entities.getItN, 1, null)', input: 'n', inPath: false };
