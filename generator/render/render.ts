import type { Piece, Script, PlanValue } from '../compile/plan';
import type { Hole, JsonTemplate } from './holes';
import type { Templates } from './load';

/** Fills plans' templates: JSON values, encoded as each field of the export wants it. */
export type Render = (plan: Piece) => unknown;

/** A renderer that runs each script's template once, whichever targets share it. */
export function renderer(templates: Templates): Render {
  const uriScript = once(({ template, view }: Script) => encoded.uri(templates.scripts.render(template, view)));
  return (plan) => fillPiece(plan, { templates, uriScript });
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
  readonly uriScript: (script: Script) => string;
}

function fillPiece(plan: Piece, context: Context): unknown {
  const { templates } = context;
  const template = templates.json.get(plan.template);
  if (!template) throw new Error(`There is no template ${plan.template}.json.hbs`);
  return template.fill(holeValues(template, plan, context));
}

/** A template and its view must name the same holes: nothing is dropped in silence. */
function holeValues(template: JsonTemplate, plan: Piece, context: Context): readonly unknown[] {
  const extra = Object.keys(plan.view).find((field) => !template.fields.has(field));
  if (extra !== undefined) throw new Error(`${template.name}.json.hbs has no hole for "${extra}"`);
  return template.holes.map((hole) => {
    const problem = (what: string) => new Error(`${template.name}.json.hbs:${hole.line}: ${what}`);
    const value = plan.view[hole.field];
    if (value === undefined) throw problem(`nothing fills "${hole.field}"`);
    if (hole.helper === 'json') return resolve(value, context);
    if (hole.helper === 'uri' && isScript(value)) return context.uriScript(value);
    const text = resolve(value, context);
    if (typeof text !== 'string') throw problem('only a text can be encoded');
    return encoded[hole.helper](text);
  });
}

/** A lone surrogate cannot be percent-encoded; it is no character in any language. What a path has encoded already stays so. */
const encoded: Readonly<Record<Exclude<Hole['helper'], 'json'>, (text: string) => string>> = {
  uri: (text) => encodeURIComponent(text.toWellFormed()),
  path: (text) => encodeURI(text.toWellFormed()).replace(/%25(?=[0-9a-f]{2})/gi, '%'),
};

const isScript = (value: PlanValue): value is Script =>
  typeof value === 'object' && value !== null && (value as Script).kind === 'script';

function resolve(value: PlanValue, context: Context): unknown {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one: PlanValue) => resolve(one, context));
  if ((value as Piece).kind === 'piece') return fillPiece(value as Piece, context);
  if (isScript(value)) return context.templates.scripts.render(value.template, value.view);
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, resolve(one as PlanValue, context)]));
}
