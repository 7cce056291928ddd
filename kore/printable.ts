/** Control characters, line separators, and what overrides the direction of text; line feed and tab are let through. */
const CONTROL = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]', 'g');

/** The text without characters that could drive a terminal or turn the direction of what follows. */
export const printable = (text: string): string => text.replace(CONTROL, '�');

const COLOUR = /^\u001b\[[\d;]*m/;
/** What ends a line of a file from Windows before its line feed, coloured or not. */
const LINE_END = /\r(?=(?:\u001b\[[\d;]*m)*(?:\n|$))/g;

/**
 * The same for what the tool has coloured itself: colours stay, whatever else could drive a terminal goes. Lines of a file
 * from Windows end as all others do.
 */
export const printableInColour = (text: string): string => {
  const lines = text.replace(LINE_END, '');
  return lines.replace(CONTROL, (sign, at: number) => (COLOUR.test(lines.slice(at, at + 12)) ? sign : '�'));
};

/** The same for JSON, where each of them can be written as an escape. */
export const printableJson = (json: string): string =>
  json.replace(CONTROL, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
