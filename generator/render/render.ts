import type { Piece, Script, Value } from '../compile/plan';
import { holeAt, type JsonTemplate } from './holes';
import type { Templates } from './load';

/** Fills plans' templates: JSON values, encoded as each field of the export wants it. */
export type Render = (plan: Piece) => unknown;

/** A renderer that fills each piece once: what the whole bot and an action's zip share is shared, so it must not be changed. */
export function renderer(templates: Templates): Render {
  const done = new WeakMap<Piece, unknown>();
  const context: Context = {
    templates,
    render: (plan) => {
      const known = done.get(plan);
      if (known !== undefined) return known;
      const value = fillPiece(plan, context);
      done.set(plan, value);
      return value;
    },
  };
  return context.render;
}

/** Fills one plan's templates. */
export const render = (plan: Piece, templates: Templates): unknown => renderer(templates)(plan);

interface Context {
  readonly templates: Templates;
  readonly render: Render;
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
    return encode(hole.helper, resolve(value, context), `${template.name}.json.hbs:${hole.line}`);
  });
}

function resolve(value: Value, context: Context): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: Value) => resolve(one, context));
  const { kind } = value as Piece | Script;
  if (kind === 'piece') return context.render(value as Piece);
  if (kind === 'script') return context.templates.scripts.render((value as Script).template, (value as Script).view);
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
