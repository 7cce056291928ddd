import { describe, expect, test } from 'vitest';
import { collect, inOrder } from '../../generator/diagnostics/diagnostic';
import { parseYaml } from '../../generator/source/yaml';

/** All that is said of a text: the code, where it stands (line, column, words), and how its sentence begins. */
function said(text: string, most?: number): readonly string[] {
  const { report, diagnostics } = collect();
  parseYaml('a.yaml', text, report, most);
  return inOrder(diagnostics).map(({ code, message, place: { text: all, start, end } }) => {
    const before = all.slice(0, start).split('\n');
    const at = `${before.length}:${(before.at(-1) ?? '').length + 1}`;
    const words = all.slice(start, end).replace(/[^ -~]/g, (sign) => `U+${sign.charCodeAt(0).toString(16)}`);
    return `${code} ${at} [${words}] ${message.split(' ').slice(0, 4).join(' ')}`;
  });
}

type Rows = readonly (readonly [what: string, text: string, said: readonly string[]])[];

describe('a text that is no YAML', () => {
  test.each<Rows[number]>([
    ['a tab before a key', 'a:\n\tb: 1\n', ['yaml-syntax 2:1 [U+9] A tab stands where']],
    ['a tab behind spaces', 'a:\n  \tb: 1\n', ['yaml-syntax 2:3 [U+9] A tab stands where']],
    ['a second document', 'a: 1\n---\nb: 2\n', ['yaml-syntax 2:1 [---] A second document begins']],
    ['an escape that is none', 'a: "x\\d"\n', ['yaml-syntax 1:6 [\\] Inside "…" a backslash']],
    ['a text that begins with a sign', 'a: @x\n', ['yaml-syntax 1:4 [@] A text cannot begin']],
    ['a text that begins with a grave', 'a: `x`\n', ['yaml-syntax 1:4 [`] A text cannot begin']],
    ['a colon in a text', 'a: b: c\n', ['yaml-syntax 1:4 [b] A text that holds']],
    ['a colon in a text, in a list', '- a: b: c\n', ['yaml-syntax 1:6 [b] A text that holds']],
    ['a line moved in further than a text', 'a: x\n  b: c\n', ['yaml-syntax 1:4 [x] The next line is']],
    ['a line moved in further than a text, twice', 'a: x\n  b\n  c: d\n', ['yaml-syntax 1:4 [x] The next line is']],
    ['a key moved in less', 'a:\n    b: 1\n  c: 2\n', ['yaml-syntax 3:3 [c] This does not begin']],
    ['a key moved in more', 'a:\n  b: 1\n    c: 2\n', ['yaml-syntax 2:6 [1] The next line is']],
    ['a block less than its first line', 'a: |\n    x\n  y\nb: 1\n', ['yaml-syntax 3:3 [y] The lines of a']],
    [
      'a block less than its first line, a key',
      'a: |\n    x\n  y: 1\nb: 1\n',
      ['yaml-syntax 3:3 [y] This does not begin'],
    ],
    ['a block with a number, less than it says', 'a: |4\n  x\n', ['yaml-syntax 2:3 [x] The lines of a']],
    ['a block that begins with more spaces', 'a: |\n     \n  x\n', ['yaml-syntax 3:3 [x] The lines of a']],
    ['an entry less than the first', 'a:\n  - x\n - y\n', ['yaml-syntax 3:2 [-] This entry of a']],
    ['an entry more than the first', 'a:\n  - x\n    - y\n', []],
    ['an entry below a value', 'a: 1\n  - x\n', []],
    ['an entry below a key with keys', 'a:\n  b: 1\n  - x\n', ['yaml-syntax 3:3 [-] An entry of a']],
    ['an entry below a key with a list, less', 'a:\n    - x\n  - y\n', ['yaml-syntax 3:3 [-] This entry of a']],
    ['a hyphen without a space', 'a:\n  - x\n  -y\n', ['yaml-syntax 3:3 [-y] The hyphen of a']],
    ['a hyphen without a space below keys', 'a:\n  b: 1\n -y\n', ['yaml-syntax 3:2 [-y] The hyphen of a']],
    ['a list that is never closed', 'a: [1, 2\nb: 3\n', ['yaml-syntax 1:4 [[] This bracket is never']],
    ['a block of keys that is never closed', 'a: { b: 1\nc: 3\n', ['yaml-syntax 1:4 [{] This bracket is never']],
    ['two brackets of which one is never closed', 'a: [1, [2]\nb: 3\n', ['yaml-syntax 1:4 [[] This bracket is never']],
    ['a quote that is never closed', 'a: "x\n', ['yaml-syntax 1:4 ["] This quotation mark is']],
    [
      'a quote that is never closed, behind one that is',
      'a: "x"\nb: "y\n',
      ['yaml-syntax 2:4 ["] This quotation mark is'],
    ],
    ['a single quote that is never closed', "a: 'x\nb: 1\n", ["yaml-syntax 1:4 ['] This quotation mark is"]],
    ['a placeholder in a block of keys', 'a: { b: ${c} }\n', ['yaml-syntax 1:9 [${] Inside { } a']],
    ['a brace in a block of keys', 'a: { b: c} }\n', ['yaml-syntax 1:12 [}] This is not valid']],
    ['something after a quoted text', 'a: "x" y\n', ['yaml-syntax 1:8 [y] This stands after the']],
    ['something after a list', 'a: [x] y\n', ['yaml-syntax 1:8 [y] This stands after the']],
    ['a tag', 'a: !x y\n', ['yaml-syntax 1:4 [!x] An exclamation mark begins']],
    ['an anchor', 'a: &x y\n', ['yaml-alias 1:4 [&x y] Anchors (&name), aliases (*name)']],
    ['an anchor of a list', 'a: &x [y]\n', ['yaml-alias 1:4 [&x [y]] Anchors (&name), aliases (*name)']],
    ['an alias', 'a: &x 1\nb: *x\n', ['yaml-alias 1:4 [&x 1] Anchors (&name), aliases (*name)']],
    ['an alias of nothing', 'a: *x\n', ['yaml-alias 1:4 [*x] Anchors (&name), aliases (*name)']],
    ['an alias of nothing, in a list', 'a: [*x]\n', ['yaml-alias 1:5 [*x] Anchors (&name), aliases (*name)']],
    ['a text that begins with a star', 'a: *x y\n', ['yaml-alias 1:4 [*x ] Anchors (&name), aliases (*name)']],
    [
      'a text that begins with a star, in a list',
      'a:\n  - *x y\n',
      ['yaml-alias 2:5 [*x ] Anchors (&name), aliases (*name)'],
    ],
    ['two anchors', 'a: &x &y 1\n', ['yaml-alias 1:7 [&y] Anchors (&name), aliases (*name)']],
    ['a merge', 'a: { b: 1 }\nc:\n  <<: { d: 1 }\n', ['yaml-alias 3:3 [<<] Anchors (&name), aliases (*name)']],
    ['a key twice', 'a: 1\nb: 2\na: 3\n', ['duplicate-key 3:1 [a] "a" stands in line']],
    ['a key twice, deeper', 'a:\n  b: 1\n  b: 2\n', ['duplicate-key 3:3 [b] "b" stands in line']],
    ['a key in two places', 'a:\n  b: 1\nc:\n  b: 2\n', []],
    ['a key that is a list', '? [a, b]\n: c\n', ['yaml-syntax 1:3 [[] This is not valid']],
    ['as deep as may be', `${'['.repeat(40)}${']'.repeat(40)}`, []],
    ['deeper than may be', `${'['.repeat(41)}${']'.repeat(41)}`, ['yaml-too-deep 1:41 [[]] This is nested too']],
  ])('%s', (_what, text, wanted) => expect(said(text)).toEqual(wanted));
});

describe('a text that YAML reads otherwise than it was meant', () => {
  test.each<Rows[number]>([
    ['a number behind a space', 'a: order #1001\n', ['lost-text 1:10 [#1001] YAML takes "#1001" for']],
    ['a comment', 'a: order # 1001\n', []],
    ['a comment in quotes before it', 'a: "order" #1001\n', []],
    ['a comment of its own line', 'a: order\n#1001\n', []],
    ['a second sign', 'a: order ##1001\n', []],
    ['no order', 'a: b\n', []],
    [
      'both sides of a merge',
      'a: 1\n<<<<<<< HEAD\nb: 2\n=======\nb: 3\n>>>>>>> x\n',
      ['merge-conflict 2:1 [<<<<<<< HEAD] Git left both sides'],
    ],
    ['the end of a merge', 'a: 1\n>>>>>>> x\n', ['merge-conflict 2:1 [>>>>>>> x] Git left both sides']],
    ['the middle of a merge', 'a: 1\n=======\nb: 1\n', ['merge-conflict 2:1 [=======] Git left both sides']],
    ['the base of a merge', 'a: 1\n||||||| x\n', ['merge-conflict 2:1 [||||||| x] Git left both sides']],
    ['eight signs', 'a: |\n  ========\n', []],
    ['seven signs moved in', 'a: |\n  =======\n', []],
  ])('%s', (_what, text, wanted) => expect(said(text)).toEqual(wanted));
});

describe('a character that nobody sees', () => {
  test.each<Rows[number]>([
    ['a space of another kind in a text', 'a: b\u00a0c\n', []],
    ['a space of another kind before a key', '\u00a0a: b\n', ['odd-character 1:1 [U+a0] This is a no-break']],
    ['a space of another kind in a key', 'a\u00a0b: c\n', ['odd-character 1:2 [U+a0] This is a no-break']],
    ['a space of another kind behind a colon', 'a:\u00a0b\n', ['odd-character 1:3 [U+a0] This is a no-break']],
    ['a space of another kind behind a hyphen', '-\u00a0b\n', ['odd-character 1:2 [U+a0] This is a no-break']],
    ['a space of another kind in a placeholder', 'a: x ${b\u2003} c\n', ['odd-character 1:9 [U+2003] This is a space']],
    ['a space of no name', 'a:\u2003b\n', ['odd-character 1:3 [U+2003] This is a space']],
    ['a soft hyphen', 'a: b\u00adc\n', ['odd-character 1:5 [U+ad] This is a soft']],
    ['a zero-width space', 'a: b\u200bc\n', ['odd-character 1:5 [U+200b] This is a zero-width']],
    ['a mark that turns a text around', 'a: b\u202ec\n', ['odd-character 1:5 [U+202e] This is an invisible']],
    ['a mark of the bytes’ order inside', 'a: b\ufeffc\n', ['odd-character 1:5 [U+feff] This is a byte']],
    ['a joiner of emoji', 'a: 👩\u200d👧\n', []],
    ['letters of all kinds', 'a: ñ é 中 א\n', []],
    ['one beside a mistake', 'a:\u00a0b: c: d\n', ['odd-character 1:3 [U+a0] This is a no-break']],
    [
      'a hidden one beside a mistake',
      'a: b\u200b: c: d\n',
      ['yaml-syntax 1:4 [b] A text that holds', 'odd-character 1:5 [U+200b] This is a zero-width'],
    ],
  ])('%s', (_what, text, wanted) => expect(said(text)).toEqual(wanted));
});

describe('what looks like a credential', () => {
  const token = `shp${'at'}_${'a1B2c3D4'.repeat(4)}`;
  const escaped = token.replace('_', '\\x5f');
  test.each<[what: string, text: string, places: readonly string[]]>([
    ['in a value', `a: ${token}\n`, ['looks-like-secret 1:4']],
    ['in a comment', `a: b # ${token}\n`, ['looks-like-secret 1:8']],
    ['marked as none', `a: ${token} # not a secret\n`, []],
    ['marked on another line', `a: ${token}\n# not a secret\n`, ['looks-like-secret 1:4']],
    ['marked on the line before', `# not a secret\na: ${token}\n`, ['looks-like-secret 2:4']],
    ['at the end without a line end, marked', `a: ${token} # not a secret`, []],
    ['in escapes', `a: "${escaped}"\n`, ['looks-like-secret 1:5']],
    ['in escapes, marked', `a: "${escaped}" # not a secret\n`, []],
    ['folded over lines', `a: "${token.slice(0, 10)}\\\n  ${token.slice(10)}"\n`, ['looks-like-secret 1:5']],
    [
      'folded over lines, marked on the last',
      `a: "${token.slice(0, 10)}\\\n  ${token.slice(10)}" # not a secret\n`,
      [],
    ],
    [
      'folded over lines, marked on the next',
      `a: "${token.slice(0, 10)}\\\n  ${token.slice(10)}"\n# not a secret\n`,
      ['looks-like-secret 1:5'],
    ],
  ])('%s', (_what, text, wanted) => {
    expect(said(text).map((line) => line.replace(/ \[.*$/s, ''))).toEqual(wanted);
  });
});

test.each<[what: string, size: number, most: number | undefined, codes: readonly string[]]>([
  ['a text as long as may be', 100, 100, []],
  ['a text that is longer', 101, 100, ['file-too-large']],
  ['a text as long as may be where nothing is said', 1_000_000, undefined, []],
  ['a text that is longer where nothing is said', 1_000_001, undefined, ['file-too-large']],
])('%s', (_what, size, most, codes) => {
  expect(said('a: '.padEnd(size, 'x'), most).map((line) => line.split(' ', 1)[0])).toEqual(codes);
});
