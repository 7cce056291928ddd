/** What is wrong with a text that is no YAML, and what to do. `other` stands for what the parser says itself. */
export const yamlSentences = {
  tab: 'A tab stands where only spaces may. Replace it by spaces.',
  documents: 'A second document begins here. A spec is one document: remove this line.',
  escape: 'Inside "…" a backslash begins an escape. Write the text between single quotes instead.',
  start: 'A text cannot begin with this character. Put the whole text in quotes.',
  colon: 'A text that holds a colon and a space needs quotes around it.',
  deeper: 'The next line is indented further than this one. Keys of one block begin in the same column.',
  columns: 'This does not begin in the same column as the keys above it. Move it there.',
  block:
    'The lines of a text after | or > are moved in further than its key, and none of them less than the first. Move this one in.',
  entry: 'This entry of a list does not begin in the same column as those above it. Move it there.',
  list: 'An entry of a list cannot stand here: the key above it has another value already. Give the list a key of its own.',
  hyphen: 'The hyphen of a list entry needs a space after it.',
  bracket: 'This bracket is never closed.',
  quote: 'This quotation mark is never closed.',
  placeholder: 'Inside { } a text that begins with ${ needs quotes around it.',
  after:
    'This stands after the end of a value. A text that begins with [, { or a quotation mark needs quotes around all of it.',
  tag: 'An exclamation mark begins a tag, which specs do not use. Put the whole text in quotes.',
  other: undefined,
} as const;

export type YamlMistake = keyof typeof yamlSentences;
