import { compileFunction } from 'node:vm';
import Handlebars from 'handlebars';
import { jsLiteral, jsMemberName, patternLiteral, templateText } from './literal';

/** JavaScript templates, ready to render. */
export interface ScriptTemplates {
  /** The text of `<name>.js.hbs` for this view; its syntax has been checked. Throws with the rendered line when it is wrong. */
  render(name: string, view: Readonly<Record<string, unknown>>): string;
  readonly names: readonly string[];
}

/**
 * Prepares JavaScript templates and the partials they may use. Holes: `{{js x}}` any value as a literal, `{{text x}}` plain
 * text inside a template string, `{{id x}}` an identifier, `{{member x}}` the name of an object's member, `{{comment x}}` text on a comment line, `{{> (expression x) x}}` an
 * expression of the compiler, `{{pattern x flags}}` a regular expression; `{{#folded}}` has the members of an object in it, a line each. A missing value throws.
 */
export function scriptTemplates(
  sources: ReadonlyMap<string, string>,
  partials: ReadonlyMap<string, string>,
): ScriptTemplates {
  const engine = Handlebars.create();
  const hole = (name: string, print: (value: unknown) => string) =>
    engine.registerHelper(name, (value: unknown, options: Handlebars.HelperOptions) => print(given(value, options)));
  hole('js', jsLiteral);
  hole('text', templateText);
  hole('id', identifier);
  hole('member', jsMemberName);
  hole('comment', oneLine);
  engine.registerHelper('pattern', (source: unknown, flags: unknown) => patternLiteral(String(source), String(flags)));
  hole('expression', (value) => `expressions/${identifier((value as { readonly kind?: unknown }).kind)}`);
  engine.registerHelper('folded', function (this: unknown, options: Handlebars.HelperOptions) {
    return folded(options.fn(this));
  });
  for (const [name, source] of partials) engine.registerPartial(name, source);
  const compiled = new Map<string, HandlebarsTemplateDelegate>();
  const templateFor = (name: string) => {
    const known = compiled.get(name);
    if (known) return known;
    const source = sources.get(name);
    if (source === undefined) throw new Error(`There is no template ${name}.js.hbs`);
    const template = engine.compile(source, { noEscape: true, strict: true, assumeObjects: false });
    compiled.set(name, template);
    return template;
  };
  return {
    names: [...sources.keys()],
    render: (name, view) => {
      const text = templateFor(name)(view)
        .replace(/\n{3,}/g, '\n\n')
        .trim();
      checkSyntax(name, text);
      return text;
    },
  };
}

/** The longest object on one line, and the most members it has there: more of them stand below each other, so that a new one is a new line. */
const FOLDED = { width: 150, members: 4 };

/** An object's members, a line each, as a literal: on one line where they are few and short. */
function folded(members: string): string {
  const lines = members.split('\n').filter((line) => line.trim() !== '');
  const inside = lines.map((line) => line.trim()).join(' ');
  const isFlat = lines.length <= FOLDED.members && lines.every((line) => line.endsWith(','));
  if (isFlat && inside.length <= FOLDED.width) return `{ ${inside.replace(/,$/, '')} }`;
  const indent = Math.max(0, (lines[0] ?? '').search(/\S/) - 2);
  return ['{', ...lines, `${' '.repeat(indent)}}`].join('\n');
}

/**
 * Compiles without running. The platform runs scripts inside a function, so `return` is allowed at the top. (V8 would keep
 * what `vm.Script` compiles.)
 */
function checkSyntax(name: string, text: string): void {
  try {
    compileFunction(text, [], { filename: `${name}.js` });
  } catch (error) {
    throw new Error(
      `${name}.js.hbs renders JavaScript that does not parse: ${(error as Error).stack ?? String(error)}`,
      { cause: error },
    );
  }
}

function given(value: unknown, options: Handlebars.HelperOptions): unknown {
  if (value !== undefined) return value;
  const { loc } = options as unknown as { loc?: { start: { line: number } } };
  throw new Error(`${(options as unknown as { name: string }).name} at line ${loc?.start.line ?? '?'} got no value`);
}

function identifier(value: unknown): string {
  if (typeof value === 'string' && /^[A-Za-z_]\w*$/.test(value)) return value;
  throw new Error(`${JSON.stringify(value)} is no identifier`);
}

const oneLine = (value: unknown) => String(value).replace(/[\r\n\u2028\u2029]+/g, ' ');
