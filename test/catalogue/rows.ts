import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** One ready-made action of the platform's catalogue, and the spec that is the same action here. */
export interface Row {
  readonly integration: string;
  readonly action: string;
  readonly kind: string;
  /** `integration/action`; in parentheses why there can be none. */
  readonly spec: string;
}

const PROJECT = join(__dirname, '..', '..');

/** Folders that hold specs of the catalogue's services. */
const FOLDERS = ['test/catalogue/specs', 'packs', 'specs'];

/** The whole catalogue, from `rows.tsv`. */
export const rows: readonly Row[] = readFileSync(join(__dirname, 'rows.tsv'), 'utf8')
  .trim()
  .split('\n')
  .slice(1)
  .map((line) => {
    const [integration = '', action = '', kind = '', spec = ''] = line.split('\t');
    return { integration, action, kind, spec };
  });

/** Whether there is such a spec, with conversations beside it. */
export const isWritten = ({ spec }: Row): boolean =>
  FOLDERS.some((folder) => ['.yaml', '.chat'].every((end) => existsSync(join(PROJECT, folder, `${spec}${end}`))));

/** How many rows of each kind can be written, as a table. */
export function expressible(): string {
  const kinds = [...new Set(rows.map(({ kind }) => kind))].sort();
  const line = (name: string, of: readonly Row[]) => `| ${name} | ${of.length} | ${of.filter(isWritten).length} |`;
  return [
    '| kind | in the catalogue | written here |',
    '| --- | --- | --- |',
    ...kinds.map((kind) =>
      line(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    ),
    line('all', rows),
  ].join('\n');
}
