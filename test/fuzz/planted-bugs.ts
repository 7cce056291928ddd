/** A bug that an oracle has to notice: a line of the product, and what takes its place. */
export interface PlantedBug {
  readonly oracle: string;
  readonly bug: string;
  readonly file: string;
  readonly from: string;
  readonly to: string;
  /** Cases within which it has to be noticed. */
  readonly runs: number;
}

/** At least one for every oracle, and for the oracles of specs one for every promise. */
export const PLANTED: readonly PlantedBug[] = [
  {
    oracle: 'specs-text',
    bug: 'deep nesting is thrown, not said',
    file: 'generator/source/yaml-problems.ts',
    from: "return report(place(from, to), 'yaml-too-deep');",
    to: 'throw first;',
    runs: 400,
  },
  {
    oracle: 'specs-text',
    bug: 'an error points behind the end of its file',
    file: 'generator/source/yaml.ts',
    from: 'const within = (offset: number) => Math.min(offset, text.length);',
    to: 'const within = (offset: number) => offset + 1;',
    runs: 400,
  },
  {
    oracle: 'specs-node',
    bug: 'an error is told of another file',
    file: 'generator/source/yaml.ts',
    from: '): Place => ({ path, text, start: within(start)',
    to: "): Place => ({ path: path.replace(/[^/]+$/, 'bot.yaml'), text, start: within(start)",
    runs: 400,
  },
  {
    oracle: 'specs-node',
    bug: 'a file is parsed anew for each place in it',
    file: 'generator/source/yaml.ts',
    from: 'find((parsed ??= documentOf(text)))',
    to: 'find(documentOf(text))',
    runs: 400,
  },
  {
    oracle: 'specs-value',
    bug: 'a built bot breaks a rule of the format',
    file: 'generator/render/render.ts',
    from: 'uri: (text) => encodeURIComponent(text.toWellFormed()),',
    to: 'uri: (text) => encodeURI(text.toWellFormed()),',
    runs: 400,
  },
  {
    oracle: 'specs-name',
    bug: 'a file may have any name',
    file: 'generator/check/names.ts',
    from: 'const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;',
    to: 'const ID = /^/;',
    runs: 400,
  },
  {
    oracle: 'store',
    bug: 'a search with an open quote ends in an exception',
    file: 'services/shopify/search/parse.ts',
    from: 'return { match_phrase: text };',
    to: "if (c.at > c.text.length) throw new Error('an open quote');\n  return { match_phrase: text };",
    runs: 3000,
  },
  {
    oracle: 'player',
    bug: 'any word may stand in a search',
    file: 'templates/filters/stems.js',
    from: 'match(/[\\p{L}\\p{N}][\\p{L}\\p{N}\\p{M}]*/gu)',
    to: 'match(/[^ ]+/gu)',
    runs: 300,
  },
  {
    oracle: 'player',
    bug: 'a promise is rejected and nobody looks',
    file: 'preview/conversation.ts',
    from: 'async function hear(play: Play, said: string): Promise<void> {',
    to: "async function hear(play: Play, said: string): Promise<void> {\n  void Promise.reject(new Error('nobody looks'));",
    runs: 300,
  },
  {
    oracle: 'definitions',
    bug: 'null passes for an object of an export',
    file: 'kore/reading/clean.ts',
    from: "typeof value === 'object' && value !== null && !Array.isArray(value);",
    to: "typeof value === 'object' && !Array.isArray(value);",
    runs: 400,
  },
  {
    oracle: 'definitions',
    bug: 'a token stands in the record of a call',
    file: 'preview/mask.ts',
    from: 'SECRET_HEADER.test(name) ? MASK : maskText(value, secrets)',
    to: 'value',
    runs: 100,
  },
  {
    oracle: 'texts',
    bug: 'a letter with an accent is written in another way',
    file: 'generator/model/text.ts',
    from: "if (plain !== '' || parts.length === 0) parts.push(plain);",
    to: "if (plain !== '' || parts.length === 0) parts.push(plain.normalize('NFC'));",
    runs: 400,
  },
  {
    oracle: 'scripts',
    bug: 'a script may hold </script>',
    file: 'generator/render/scripts.ts',
    from: ".replace(/<\\/(?=script)/gi, '<\\\\/');",
    to: ';',
    runs: 2000,
  },
  {
    oracle: 'scripts',
    bug: 'a line break ends a comment',
    file: 'generator/render/scripts.ts',
    from: "String(value).replace(/[\\r\\n\\u2028\\u2029]+/g, ' ')",
    to: 'String(value)',
    runs: 2000,
  },
  {
    oracle: 'window',
    bug: 'a smiley goes out as it was typed',
    file: 'templates/scripts/parts/shown.partial.js.hbs',
    from: '[0o]?[#%8:;=bdx]',
    to: '[0o]?[#%8;]',
    runs: 900,
  },
  {
    oracle: 'window',
    bug: 'an address goes out as it was typed',
    file: 'templates/scripts/parts/shown.partial.js.hbs',
    from: '&|:(?=\\/\\/|',
    to: '&|:(?=',
    runs: 900,
  },
];
