import type { Piece, Script, Value } from '../compile/plan';
import { holeAt, type JsonTemplate } from './holes';
import type { Templates } from './load';

/** Fills plans' templates: JSON values, encoded as each field of the export wants it. */
export type Render = (plan: Piece) => unknown;

/**
 * A renderer that fills each piece, and runs each script's template, once: what targets, the whole bot and an action's zip
 * share is shared, so it must not be changed.
 */
export function renderer(templates: Templates): Render {
  const context: Context = {
    templates,
    render: once((plan: Piece) => fillPiece(plan, context)),
    script: once(({ template, view }: Script) => templates.scripts.render(template, view)),
    uriScript: once((script: Script) => encode('uri', context.script(script), script.template)),
  };
  return context.render;
}

/** The same function, which remembers what it made of each object for as long as there is that object. */
function once<K extends object, V>(make: (from: K) => V): (from: K) => V {
  const made = new WeakMap<K, V>();
  return (from) => {
    const known = made.get(from);
    if (known !== undefined) return known;
    const value = make(from);
    made.set(from, value);
    return value;
  };
}

/** Fills one plan's templates. */
export const render = (plan: Piece, templates: Templates): unknown => renderer(templates)(plan);

interface Context {
  readonly templates: Templates;
  readonly render: Render;
  readonly script: (script: Script) => string;
  readonly uriScript: (script: Script) => unknown;
}

function fillPiece(plan: Piece, context: Context): unknown {
  const { templates } = context;
  const template = templates.json.get(plan.template);
  if (!template) throw new Error(`There is no template ${plan.template}.json.hbs`);
  const values = holeValues(template, plan, context);
  return fill(template.skeleton, values);
}

/** A template and its view must name the same holes: nothing is dropped in silence. */
function holeValues(template: JsonTemplate, plan: Piece, context: Context): readonly unknown[] {
  const used = new Set(template.holes.map((hole) => hole.field));
  const extra = Object.keys(plan.view).find((field) => !used.has(field));
  if (extra !== undefined) throw new Error(`${template.name}.json.hbs has no hole for "${extra}"`);
  return template.holes.map((hole) => {
    const value = plan.view[hole.field];
    if (value === undefined) throw new Error(`${template.name}.json.hbs:${hole.line}: nothing fills "${hole.field}"`);
    if (hole.helper === 'uri' && isScript(value)) return context.uriScript(value);
    return encode(hole.helper, resolve(value, context), `${template.name}.json.hbs:${hole.line}`);
  });
}

const isScript = (value: Value): value is Script =>
  typeof value === 'object' && value !== null && (value as Script).kind === 'script';

function resolve(value: Value, context: Context): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Value) => resolve(one, context));
  if ((value as Piece).kind === 'piece') return context.render(value as Piece);
  if (isScript(value)) return context.script(value);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one as Value, context)]));
}

function encode(helper: 'json' | 'uri' | 'path', value: unknown, where: string): unknown {
  if (helper === 'json') return value;
  if (typeof value !== 'string') throw new Error(`${where}: only a text can be encoded`);
  // A lone surrogate cannot be percent-encoded; it is no character in any language.
  const text = value.toWellFormed();
  return helper === 'uri' ? encodeURIComponent(text) : encodeURI(text);
}

function fill(skeleton: unknown, values: readonly unknown[]): unknown {
  const hole = holeAt(skeleton);
  if (hole !== undefined) return values[hole];
  if (Array.isArray(skeleton)) return skeleton.map((one) => fill(one, values));
  if (typeof skeleton !== 'object' || skeleton === null) return skeleton;
  const filled: Record<string, unknown> = {};
  for (const key of Object.keys(skeleton)) filled[key] = fill((skeleton as Record<string, unknown>)[key], values);
  return filled;
}
