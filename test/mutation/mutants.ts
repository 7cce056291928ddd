import { isMap, isScalar, isSeq, parseDocument } from 'yaml';
import type { Document } from 'yaml';

/** One spec file with one line broken. */
export interface Mutant {
  /** Where and how: `specs/shopify/get-order-details.yaml:93 response.confirm left out`. */
  readonly name: string;
  readonly kind: string;
  /** The file's name inside the integration's folder. */
  readonly file: string;
  readonly text: string;
}

type Path = readonly (string | number)[];

/** What is done to the places of a path. `change` gives the broken value, or nothing where there is nothing to break. */
interface Mutator {
  readonly kind: string;
  /** Dotted; `*` stands for one step, `**` for any number of steps. */
  readonly at: readonly string[];
  readonly change: 'leave out' | ((written: string) => string | undefined);
}

const reworded = (written: string) => `${written} ¿?`;
const wrongPath = (written: string) => written.replace(/^([\w.[\]]+)/, '$1Wrong');
const lastFilter = (written: string) => (written.includes('|') ? written.replace(/\s*\|[^|]*$/, '') : undefined);
const swapped = (from: RegExp, to: string) => (written: string) =>
  from.test(written) ? written.replace(from, to) : undefined;

const BUTTONS = ['reply.**.buttons.*', 'next.buttons.*', 'welcome.buttons.*', 'fallback.buttons.*'];
const below = (name: string) => BUTTONS.map((path) => `${path}.${name}`);

const MUTATORS: readonly Mutator[] = [
  {
    kind: 'prompt',
    at: ['inputs.*.prompt', 'inputs.*.reprompt', 'inputs.*.label', 'inputs.*.example'],
    change: reworded,
  },
  {
    kind: 'text',
    at: [
      'reply.found.title',
      'reply.found.text',
      'reply.found.item.title',
      'reply.found.item.text',
      'reply.found.item.text.*',
    ],
    change: reworded,
  },
  {
    kind: 'text',
    at: ['reply.found.rows.*.label', 'reply.found.links.*.title', 'reply.found.columns.*.title'],
    change: reworded,
  },
  { kind: 'row', at: ['reply.found.rows.*', 'reply.found.columns.*', 'reply.found.links.*'], change: 'leave out' },
  { kind: 'picture', at: ['reply.found.**.image', 'reply.found.**.link'], change: 'leave out' },
  { kind: 'look', at: ['reply.found.look'], change: swapped(/^(list|carousel)$/, 'table') },
  { kind: 'outcome', at: ['reply.empty', 'reply.needs-input', 'replies.*'], change: reworded },
  { kind: 'next', at: ['next.text', 'next.more', 'welcome.text', 'fallback.texts.*'], change: reworded },
  { kind: 'next', at: ['next.more'], change: 'leave out' },
  { kind: 'button title', at: below('title'), change: reworded },
  {
    kind: 'button target',
    at: below('action'),
    change: (id) => (id === 'get-all-collections' ? 'get-order-details' : 'get-all-collections'),
  },
  { kind: 'button value', at: below('with'), change: 'leave out' },
  { kind: 'button', at: BUTTONS, change: 'leave out' },
  {
    kind: 'path',
    at: ['response.fields.*', 'response.fields.*.each', 'response.fields.*.fields.*', 'response.at'],
    change: wrongPath,
  },
  { kind: 'filter', at: ['response.fields.*', 'response.fields.*.fields.*'], change: lastFilter },
  { kind: 'filter', at: ['request.variables.*'], change: swapped(/\s*\|\s*\w+\([^)]*\)|\s*\|\s*\w+/, '') },
  { kind: 'confirm', at: ['response.confirm', 'response.confirm.*.*'], change: 'leave out' },
  { kind: 'owner', at: ['response.owner'], change: 'leave out' },
  { kind: 'owner', at: ['response.owner'], change: wrongPath },
  { kind: 'where', at: ['response.where.*', 'response.fields.*.where.*'], change: 'leave out' },
  { kind: 'search', at: ['request.variables.search'], change: swapped(/status:active AND /, '') },
  { kind: 'search', at: ['request.variables.search'], change: swapped(/published_status:published AND /, '') },
  { kind: 'search', at: ['request.variables.search'], change: swapped(/title|collection_id/, 'vendor') },
  { kind: 'search', at: ['request.graphql'], change: swapped(/, query: "published_status:published"/, '') },
  { kind: 'paging', at: ['request.paging'], change: 'leave out' },
  { kind: 'paging', at: ['request.graphql'], change: swapped(/\$first: Int! = (\d)/, '$first: Int! = 2') },
  { kind: 'paging', at: ['request.graphql'], change: swapped(/after: \$after, /, '') },
  { kind: 'order', at: ['request.graphql'], change: swapped(/, reverse: true/, '') },
  { kind: 'order', at: ['request.graphql'], change: swapped(/, sortKey: TITLE/, ', sortKey: ID') },
  { kind: 'list size', at: ['request.graphql'], change: swapped(/lineItems\(first: 10\)/, 'lineItems(first: 1)') },
  { kind: 'scope', at: ['scopes.*'], change: 'leave out' },
  { kind: 'words', at: ['words.*.*'], change: reworded },
  { kind: 'setting', at: ['service.graphql.version'], change: () => '2026-07' },
  {
    kind: 'setting',
    at: ['service.graphql.path', 'credentials.header', 'credentials.clientCredentials.path'],
    change: reworded,
  },
  { kind: 'setting', at: ['variables.SHOPIFY_SUBDOMAIN.pattern'], change: () => '.*' },
];

/** Every mutant of a spec file. */
export function mutantsOf(file: string, shownAs: string, text: string): readonly Mutant[] {
  const paths = pathsIn(parseDocument(text).contents);
  return MUTATORS.flatMap(({ kind, at, change }) =>
    paths
      .filter((path) => at.some((pattern) => fits(pattern.split('.'), path)))
      .flatMap((path) => {
        const broken = breakAt(text, path, change);
        return broken === undefined || broken.text === text
          ? []
          : [{ kind, file, text: broken.text, name: `${shownAs}:${broken.line} ${path.join('.')} ${broken.how}` }];
      }),
  );
}

function breakAt(text: string, path: Path, change: Mutator['change']) {
  const document = parseDocument(text);
  const node = document.getIn(path, true);
  const line = lineOf(text, node);
  if (change === 'leave out') {
    document.deleteIn(path);
    return { text: printed(document), line, how: 'left out' };
  }
  const written = isScalar(node) && typeof node.value === 'string' ? node.value : undefined;
  const broken = written === undefined ? undefined : change(written);
  if (written === undefined || broken === undefined || broken === written) return undefined;
  document.setIn(path, broken);
  const how = broken.includes('\n') ? 'changed' : `→ ${broken}`;
  return { text: printed(document), line, how };
}

const printed = (document: Document) => document.toString({ lineWidth: 0 });

function lineOf(text: string, node: unknown): number {
  const range = isScalar(node) || isMap(node) || isSeq(node) ? node.range : undefined;
  return text.slice(0, range?.[0] ?? 0).split('\n').length;
}

function pathsIn(node: unknown, path: Path = []): readonly Path[] {
  const own = path.length === 0 ? [] : [path];
  if (isMap(node)) return [...own, ...node.items.flatMap((pair) => pathsIn(pair.value, [...path, String(pair.key)]))];
  if (isSeq(node)) return [...own, ...node.items.flatMap((item, i) => pathsIn(item, [...path, i]))];
  return own;
}

function fits([first, ...rest]: readonly string[], path: Path): boolean {
  if (first === undefined) return path.length === 0;
  if (first === '**') return path.some((_step, i) => fits(rest, path.slice(i))) || fits(rest, path);
  return path.length > 0 && (first === '*' || first === String(path[0])) && fits(rest, path.slice(1));
}
