import fc from 'fast-check';

/** Names that a file system takes and that mean something to a path, a shell, a script, a zip or another file system. */
const STEMS = [
  ...[
    '..',
    '...',
    '..a',
    '-rf',
    '~',
    'a b',
    'a\\..\\b',
    'a\nb',
    'a%2e',
    'CON',
    'nul',
    'aux',
    'GET-ORDER',
    'Bot',
    'BOT',
  ],
  ...[
    '__proto__',
    'constructor',
    'prototype',
    'toString',
    'é',
    'e\u0301',
    '日本',
    '😀',
    'a:b',
    'a*b',
    'a?b',
    '"',
    "'",
    '`',
  ],
  ...['${x}', '{{x}}', '</script>', 'a;b', '$(id)', '1', '9a', 'a--b', 'a-', 'a_b', 'welcome', 'fallback', 'context'],
  ...['x'.repeat(200), 'a-'.repeat(90), 'locales', 'dist', '\u202egpj', '\u0007', '%00', '.hidden', 'get-order.yaml'],
];

/** The name of another YAML file of an integration. */
export const fileName: fc.Arbitrary<string> = fc
  .tuple(fc.constantFrom('', '', '', 'locales/'), fc.constantFrom(...STEMS), fc.constantFrom('.yaml', '.yaml', '.yml'))
  .map(([folder, stem, ending]) => `${folder}${stem}${ending}`);

/** The name of an integration's folder. */
export const folderName: fc.Arbitrary<string> = fc.constantFrom(
  // A slash is no part of a name.
  ...STEMS.filter((stem) => stem !== '..' && !stem.includes('/')),
  'node_modules',
);
