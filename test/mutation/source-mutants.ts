import { readdirSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import ts from 'typescript';

/** One source file with one guard, limit, mask or boundary broken. */
export interface SourceMutant {
  /** Relative to the project. */
  readonly file: string;
  readonly line: number;
  /** What stood there, and what stands there now. */
  readonly from: string;
  readonly to: string;
  readonly text: string;
  /** Where the broken expression stands, and what it is when it is broken. */
  readonly around: readonly [start: number, end: number];
  readonly changed: string;
}

type Change = { readonly node: ts.Node; readonly to: string; readonly around?: ts.Node };

const BOUNDARY = new Map<ts.SyntaxKind, string>([
  [ts.SyntaxKind.LessThanToken, '<='],
  [ts.SyntaxKind.LessThanEqualsToken, '<'],
  [ts.SyntaxKind.GreaterThanToken, '>='],
  [ts.SyntaxKind.GreaterThanEqualsToken, '>'],
  [ts.SyntaxKind.EqualsEqualsEqualsToken, '!=='],
  [ts.SyntaxKind.ExclamationEqualsEqualsToken, '==='],
  [ts.SyntaxKind.AmpersandAmpersandToken, '||'],
  [ts.SyntaxKind.BarBarToken, '&&'],
]);

/** An `if` that leaves at once is a guard; without it whatever it keeps out comes in. */
function guards(node: ts.Node): readonly Change[] {
  if (!ts.isIfStatement(node) || node.elseStatement !== undefined) return [];
  const { thenStatement: then } = node;
  const only = ts.isBlock(then) && then.statements.length === 1 ? then.statements[0] : then;
  const leaves =
    only !== undefined &&
    (ts.isReturnStatement(only) ||
      ts.isThrowStatement(only) ||
      ts.isContinueStatement(only) ||
      ts.isBreakStatement(only));
  return leaves ? [{ node: node.expression, to: 'false' }] : [];
}

/** `secret ? MASK : value`: what was held back comes out. */
const masks = (node: ts.Node): readonly Change[] =>
  ts.isConditionalExpression(node) && /mask|secret|hidden|removed|undefined|\[\]|''/i.test(node.whenTrue.getText())
    ? [{ node: node.condition, to: 'false' }]
    : [];

const boundaries = (node: ts.Node): readonly Change[] => {
  const to = ts.isBinaryExpression(node) ? BOUNDARY.get(node.operatorToken.kind) : undefined;
  return ts.isBinaryExpression(node) && to !== undefined ? [{ node: node.operatorToken, to, around: node }] : [];
};

/** `const MAX_BYTES = 64 * 1024`: a limit that is none any more. */
function limits(node: ts.Node): readonly Change[] {
  if (!ts.isVariableDeclaration(node) || node.initializer === undefined) return [];
  const isLimit = ts.isIdentifier(node.name) && /^[A-Z][A-Z_]+$/.test(node.name.text);
  return isLimit && /^[\d_*\s.e]+$/.test(node.initializer.getText())
    ? [{ node: node.initializer, to: 'Infinity' }]
    : [];
}

/** All that can be broken in one file, a change each. */
export function mutantsOfSource(root: string, file: string): readonly SourceMutant[] {
  const text = readFileSync(join(root, file), 'utf8');
  const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);
  const found: SourceMutant[] = [];
  const visit = (node: ts.Node): void => {
    for (const { node: at, to, around = at } of [
      ...guards(node),
      ...boundaries(node),
      ...masks(node),
      ...limits(node),
    ]) {
      const [start, end] = [at.getStart(source), at.getEnd()];
      const line = source.getLineAndCharacterOfPosition(start).line + 1;
      const [first, last] = [around.getStart(source), around.getEnd()];
      const changed = `${text.slice(first, start)}${to}${text.slice(end, last)}`;
      const whole = `${text.slice(0, first)}${changed}${text.slice(last)}`;
      found.push({ file, line, from: text.slice(start, end), to, text: whole, around: [first, last], changed });
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return found;
}

/** The TypeScript files below some folders of the project. */
export const sourcesBelow = (root: string, folders: readonly string[]): readonly string[] =>
  folders
    .flatMap((folder) => readdirSync(join(root, folder), { withFileTypes: true, recursive: true }))
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
    .sort();

/** `count` of them, chosen by `seed`: the same seed chooses the same from the same sources. */
export function sample<T>(all: readonly T[], count: number, seed: number): readonly T[] {
  const left = [...all];
  let state = seed >>> 0;
  const chosen: T[] = [];
  while (chosen.length < count && left.length > 0) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    chosen.push(...left.splice(Math.floor((state / 2 ** 32) * left.length), 1));
  }
  return chosen;
}
