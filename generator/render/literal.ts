/** Longer literals are written over several lines. */
const WIDTH = 180;

/** A value as a JavaScript literal that is safe in any script, also inside HTML. `__proto__` is written as data. */
export function jsLiteral(value: unknown): string {
  const line = flat(value);
  if (line.length <= WIDTH || typeof value !== 'object' || value === null) return line;
  const [open, close] = Array.isArray(value) ? '[]' : '{}';
  const entries = entriesOf(value).map(([key, one]) => `  ${wrapped(`${key}${flat(one)},`)}\n`);
  return `${open}\n${entries.join('')}${close}`;
}

/** Broken after commas where a line would become too long; never inside a text. */
function wrapped(line: string): string {
  const lines: string[] = [];
  for (const [piece] of line.matchAll(/(?:"(?:[^"\\]|\\.)*"|[^",])*(?:, ?|$)/g)) {
    const last = lines.at(-1);
    if (last === undefined || last.length + piece.length > WIDTH) lines.push(piece);
    else lines[lines.length - 1] = last + piece;
  }
  return lines.map((one) => one.trimEnd()).join('\n    ');
}

/** On one line. */
function flat(value: unknown): string {
  if (typeof value !== 'object' || value === null) return inScript(JSON.stringify(value));
  const entries = entriesOf(value).map(([key, one]) => key + flat(one));
  if (Array.isArray(value)) return `[${entries.join(', ')}]`;
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

/** The members of a list or an object, each with the key that stands before it. */
const entriesOf = (value: object): readonly (readonly [string, unknown])[] =>
  Array.isArray(value)
    ? value.map((one: unknown) => ['', one])
    : Object.entries(value).map(([k, v]) => [`${jsMemberName(k)}: `, v]);

/** The name of a member as it stands in an object literal. */
export function jsMemberName(key: unknown): string {
  if (key === '__proto__') return '["__proto__"]';
  const name = String(key);
  return /^[A-Za-z_$][\w$]*$/.test(name) ? name : inScript(JSON.stringify(name));
}

/** A regular expression as a literal; nothing in the pattern ends it. */
export const patternLiteral = (source: string, flags: string): string => inScript(String(new RegExp(source, flags)));

/** A text between the back ticks of a template string. */
export const templateText = (value: unknown): string =>
  inScript(
    String(value)
      .replace(/[\\`]|\$(?=\{)/g, '\\$&')
      .replaceAll('\r', '\\r'),
  );

/** No line separator, nothing that nobody sees, and no end of a script element. */
const inScript = (text: string): string =>
  text
    .replaceAll('\u2060', '\\u2060')
    .replaceAll('\u2028', '\\u2028')
    .replaceAll('\u2029', '\\u2029')
    .replace(/<\/(?=script)/gi, '<\\/');
