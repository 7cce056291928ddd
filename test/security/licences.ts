import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'SECURITY.md');
const [BEGIN, END] = ['<!-- licences -->', '<!-- /licences -->'];

export interface Package {
  readonly name: string;
  readonly licence: string;
}

interface Locked {
  readonly dev?: boolean;
  readonly link?: boolean;
}

/** Every package that an installation without development tools may bring, with the licence that it states itself. */
export function runtimePackages(): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const paths = Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path !== '' && dev !== true && link !== true)
    .map(([path]) => join(ROOT, path, 'package.json'))
    .filter((path) => existsSync(path));
  const found = new Map<string, string>();
  for (const path of paths) {
    const { name, license, licenses } = JSON.parse(readFileSync(path, 'utf8')) as Stated;
    const stated = license ?? licenses?.[0] ?? 'none';
    found.set(name, typeof stated === 'string' ? stated : (stated.type ?? 'none'));
  }
  return [...found].map(([name, licence]) => ({ name, licence })).sort((a, b) => (a.name < b.name ? -1 : 1));
}

interface Stated {
  readonly name: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
}

/** The packages that SECURITY.md lists. */
export function listedPackages(): readonly Package[] {
  const text = readFileSync(FILE, 'utf8');
  const section = text.slice(text.indexOf(BEGIN), text.indexOf(END));
  return [...section.matchAll(/^\| (\S.*?) +\| (.+?) +\|$/gm)].flatMap(([, licence = '', names = '']) =>
    names.split(', ').map((name) => ({ name, licence })),
  );
}

/** Writes the list anew. By hand: `npx ts-node test/security/licences.ts`. */
function main(): void {
  const byLicence = new Map<string, string[]>();
  for (const { name, licence } of runtimePackages()) byLicence.set(licence, [...(byLicence.get(licence) ?? []), name]);
  const rows = [...byLicence].sort().map(([licence, names]) => `| ${licence} | ${names.join(', ')} |`);
  const table = [BEGIN, '', '| licence | packages |', '| --- | --- |', ...rows, '', END].join('\n');
  const text = readFileSync(FILE, 'utf8');
  writeFileSync(FILE, text.slice(0, text.indexOf(BEGIN)) + table + text.slice(text.indexOf(END) + END.length));
}

if (require.main === module) main();
