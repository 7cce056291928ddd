import ts from 'typescript';

/**
 * Every text that an export holds, as the platform reads it: the texts of its JSON, what is left of them without
 * percent-encoding, and the texts inside their scripts.
 */
export function decodedTexts(value: unknown): ReadonlySet<string> {
  const found = new Set<string>();
  const walk = (one: unknown): void => {
    if (typeof one === 'string') add(one);
    else if (typeof one === 'object' && one !== null) Object.values(one).forEach(walk);
  };
  const add = (text: string) => {
    if (found.has(text)) return;
    found.add(text);
    const plain = decoded(text);
    found.add(plain);
    if (/print\(|context\./.test(plain)) literalsOf(plain).forEach((literal) => found.add(literal));
  };
  walk(value);
  return found;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** The texts in a script, in the order in which they stand. */
export function literalsOf(script: string): readonly string[] {
  const found: string[] = [];
  const walk = (node: ts.Node): void => {
    if (ts.isStringLiteralLike(node)) found.push(node.text);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('script.js', script, ts.ScriptTarget.ES2020, false, ts.ScriptKind.JS));
  return found;
}

/** What a script does, whatever its texts say: the kinds of its parts, in order. */
export function shapeOf(script: string): string {
  const kinds: number[] = [];
  const walk = (node: ts.Node): void => {
    kinds.push(node.kind);
    ts.forEachChild(node, walk);
  };
  walk(ts.createSourceFile('script.js', script, ts.ScriptTarget.ES2020, false, ts.ScriptKind.JS));
  return kinds.join(' ');
}
