import Handlebars from 'handlebars';
import { filler, type Fill } from './fill';

/** A JSON template taken apart: its JSON with a marker in place of each hole, and what each hole wants. */
export interface JsonTemplate {
  readonly name: string;
  readonly skeleton: unknown;
  readonly holes: readonly Hole[];
  /** The names of the values that fill the holes. */
  readonly fields: ReadonlySet<string>;
  readonly fill: Fill;
}

/** A hole stands for one whole JSON value: plain (`json`), percent-encoded text (`uri`) or an encoded path (`path`). */
export interface Hole {
  readonly helper: 'json' | 'uri' | 'path';
  readonly field: string;
  readonly line: number;
}

/** What fills hole number n while the template is proven. It fails as a key and inside quotes, like no other value. */
const MARK = '\u0000hole';

/** Whether a value of the skeleton is a hole, and which. */
function holeAt(value: unknown): number | undefined {
  return Array.isArray(value) && value.length === 2 && value[0] === MARK ? Number(value[1]) : undefined;
}

/**
 * Reads a `*.json.hbs` file and proves that it can only render JSON: every hole is `{{json x}}`, `{{uri x}}` or
 * `{{path x}}` in the place of a whole value; there is no block, partial or bare mustache. Throws with file and line.
 */
export function parseJsonTemplate(name: string, source: string): JsonTemplate {
  const file = `${name}.json.hbs`;
  const holes: Hole[] = [];
  let json = '';
  let program: hbs.AST.Program;
  try {
    program = Handlebars.parse(source);
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`, { cause: error });
  }
  for (const statement of program.body) {
    const where = `${file}:${statement.loc.start.line}`;
    if (statement.type === 'ContentStatement') json += (statement as hbs.AST.ContentStatement).value;
    else if (statement.type === 'MustacheStatement') {
      holes.push(hole(statement as hbs.AST.MustacheStatement, where));
      json += `["${JSON.stringify(MARK).slice(1, -1)}",${holes.length - 1}]`;
    } else if (statement.type !== 'CommentStatement')
      throw new Error(`${where}: only {{json x}}, {{uri x}} and {{path x}} may stand here`);
  }
  try {
    const skeleton = JSON.parse(json) as unknown;
    return { name, skeleton, holes, fields: new Set(holes.map((h) => h.field)), fill: filler(skeleton, holeAt) };
  } catch (error) {
    throw new Error(
      `${file}:${brokenLine(json)}: this is no JSON once the holes are filled (${(error as Error).message})`,
      { cause: error },
    );
  }
}

function hole(statement: hbs.AST.MustacheStatement, where: string): Hole {
  const helper = statement.path.type === 'PathExpression' ? (statement.path as hbs.AST.PathExpression).original : '';
  const [param, ...more] = statement.params;
  if (
    (helper !== 'json' && helper !== 'uri' && helper !== 'path') ||
    param?.type !== 'PathExpression' ||
    more.length > 0 ||
    statement.hash?.pairs.length
  ) {
    throw new Error(`${where}: a hole is {{json x}}, {{uri x}} or {{path x}}`);
  }
  return { helper, field: (param as hbs.AST.PathExpression).original, line: statement.loc.start.line };
}

/** The first line that cannot be the beginning of JSON, however it goes on. */
function brokenLine(json: string): number {
  const lines = json.split('\n');
  for (let n = 1; n <= lines.length; n += 1) {
    const start = lines.slice(0, n).join('\n');
    try {
      JSON.parse(start);
    } catch (error) {
      if (
        !/end of (JSON )?input|Unterminated|position \d+( \(line \d+ column \d+\))?$/i.test((error as Error).message) ||
        isBroken(start)
      )
        return n;
    }
  }
  return lines.length;
}

/** Whether JSON.parse stops before the end of the text. */
function isBroken(start: string): boolean {
  try {
    JSON.parse(start);
    return false;
  } catch (error) {
    const position = /position (\d+)/.exec((error as Error).message)?.[1];
    return position !== undefined && Number(position) < start.trimEnd().length;
  }
}
