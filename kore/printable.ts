/** Control characters, line separators, and what overrides the direction of text; line feed and tab are let through. */
const CONTROL = new RegExp('[\\u0000-\\u0008\\u000b-\\u001f\\u007f-\\u009f\\u2028-\\u202e\\u2066-\\u2069]', 'g');

/** The text without characters that could drive a terminal or turn the direction of what follows. */
export const printable = (text: string): string => text.replace(CONTROL, '�');
