import fc from 'fast-check';
import { anyInput } from '../filters/hostile';

/** Texts that mean something to YAML, Handlebars, JSON, JavaScript, HTML, a URL, a path or the platform. */
export const PIECES: readonly string[] = [
  ...['${', '$${', '${order}', '${name}', '${ }', '${x | gid("Order")}', '}', '{{', '}}', '{{{', '{{context.bot}}'],
  ...['{{#each x}}', '%7B%7B', '%', '%2', '%00', '%E0%A4%A', '%25', '"', "'", '`', '\\', '\\"', "\\'", '\\u0022'],
  ...[
    '</script>',
    '<!--',
    '-->',
    ']]>',
    '*/',
    '//',
    '/*',
    '#',
    ': ',
    ' #',
    '- ',
    '? ',
    '&a ',
    '*a',
    '!tag ',
    '!!binary ',
  ],
  ...['|', '>', '|\n ', '---\n', '...\n', '%YAML 9\n', '<<: ', '[', ']', '{', ',', '@', '~', 'null', 'true', 'NaN'],
  ...['\n', '\r', '\r\n', '\t', ' ', '\u0000', '\u0007', '\u001b[31m', '\u007f', '\u0085', '\u00a0', '\u00ad'],
  ...['\u2028', '\u2029', '\u202e', '\u200d', '\ufeff', '\uffff', '\ud83d', '\udc00', '😀', 'é', 'e\u0301', 'İ', 'ß'],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', '../', '..\\', '/etc/passwd', 'C:\\x'],
  ...['0x10', '1e999', '007', '-0', '.5', '1_000', '2026-10-01', '12:30:45', '9'.repeat(400), 'y', 'no', 'on', '=', ''],
  ...['order', 'title:', 'action: get-order', '    ', '\n    ', '\n  - ', 'x'.repeat(3000), ');alert(1)//', '"+x+"'],
];

export const piece: fc.Arbitrary<string> = fc.constantFrom(...PIECES);

/** A hostile text of any length: pieces in a row, any UTF-16 units, or what the filters are tested with. */
export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 5, arbitrary: fc.array(piece, { minLength: 1, maxLength: 5 }).map((pieces) => pieces.join('')) },
  {
    weight: 2,
    arbitrary: fc.array(fc.oneof(piece, fc.lorem({ maxCount: 2 })), { maxLength: 6 }).map((p) => p.join('')),
  },
  { weight: 1, arbitrary: anyInput },
);
