/** What graphql-js says, as a sentence for somebody who does not know its words. */
export const plainly = (message: string): string =>
  message
    .replace(/^Syntax Error: /, '')
    .replace('<EOF>', 'the end of the query (is a closing brace missing?)')
    .replace(/[.?]?\)?$/, (end) => (end === '' ? '.' : end));
