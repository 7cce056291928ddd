import { asText } from './inferred';
import { note } from './play';
import type { Frame, Play } from './play';
import { noteScriptError, runJobs } from './scripting';

type Part = { readonly text: string } | { readonly expression: string };

/** Cuts a text into plain parts and `{{…}}`. Braces inside an expression are balanced, so it may hold an object. */
export function splitTemplate(text: string): readonly Part[] {
  const parts: Part[] = [];
  let at = 0;
  for (;;) {
    const open = text.indexOf('{{', at);
    const close = open < 0 ? -1 : closing(text, open + 2);
    if (close < 0) break;
    if (open > at) parts.push({ text: text.slice(at, open) });
    parts.push({ expression: text.slice(open + 2, close).trim() });
    at = close + 2;
  }
  if (at < text.length) parts.push({ text: text.slice(at) });
  return parts;
}

/** Where the expression that starts at `from` is closed; text in quotes is skipped. */
function closing(text: string, from: number): number {
  const token = /"(?:[^"\\]|\\.)*"|'(?:[^'\\]|\\.)*'|`(?:[^`\\]|\\.)*`|[{}]/gs;
  token.lastIndex = from;
  let depth = 0;
  for (let match = token.exec(text); match !== null; match = token.exec(text)) {
    if (match[0] === '{') depth += 1;
    else if (match[0] === '}' && depth > 0) depth -= 1;
    else if (text.startsWith('}}', match.index)) return match.index;
  }
  return text.indexOf('}}', from);
}

/**
 * Fills the `{{…}}` of several texts; they are JavaScript, evaluated where the scripts run. One that fails or has no value
 * becomes empty and is noted.
 */
export async function fillTemplates(
  play: Play,
  frame: Frame | undefined,
  nodeId: string,
  component: string,
  texts: readonly string[],
  keep = true,
): Promise<readonly string[]> {
  const split = texts.map(splitTemplate);
  const expressions = [...new Set(split.flat().flatMap((part) => ('expression' in part ? [part.expression] : [])))];
  if (expressions.length === 0) return texts;
  const results = await runJobs(
    play,
    frame,
    nodeId,
    expressions.map((code) => ({ as: 'value', code })),
    { keep },
  );
  const values = new Map(
    expressions.map((expression, i) => {
      const result = results[i];
      if (result === undefined || !result.ok) {
        if (result) noteScriptError(play, frame, nodeId, component, `{{${expression}}}`, result);
        return [expression, ''];
      }
      if (result.value === null)
        note(play, frame, nodeId, 'unresolved', `{{${expression}}} has no value`, { component });
      return [expression, asText(result.value)];
    }),
  );
  return split.map((parts) =>
    parts.map((part) => ('text' in part ? part.text : (values.get(part.expression) ?? ''))).join(''),
  );
}

/** Fills one text. */
export const fillTemplate = async (
  play: Play,
  frame: Frame | undefined,
  nodeId: string,
  component: string,
  text: string,
  keep = true,
): Promise<string> => (await fillTemplates(play, frame, nodeId, component, [text], keep))[0] ?? '';
