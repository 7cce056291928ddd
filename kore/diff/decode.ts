/**
 * The plain text of a field that the platform stores percent-encoded; texts it stored plainly come back as they are. Line
 * ends are line feeds: whether a script was typed on Windows is no difference (a third of real exports has such scripts).
 */
export const decodeField = (text: string): string => decoded(text).replace(/\r\n?/g, '\n');

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** JSON text laid out for reading; any other text as it is. */
export function prettyJson(text: string): string {
  try {
    return JSON.stringify(JSON.parse(text), null, 2);
  } catch {
    return text;
  }
}
