import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'NOTICES.md');

export interface Package {
  readonly name: string;
  readonly licence: string;
  /** Whose it is, in the words of its licence; in those of its manifest where the licence does not say. */
  readonly copyright: string;
}

interface Locked {
  readonly dev?: boolean;
  readonly link?: boolean;
}

interface Stated {
  readonly name: string;
  readonly license?: string | { readonly type?: string };
  readonly licenses?: readonly { readonly type?: string }[];
  readonly author?: string | { readonly name: string };
  readonly contributors?: readonly (string | { readonly name: string })[];
}

/** Every package that an installation without development tools may bring, with the licence that it states itself. */
export function runtimePackages(): readonly Package[] {
  const lock = JSON.parse(readFileSync(join(ROOT, 'package-lock.json'), 'utf8')) as {
    readonly packages: Readonly<Record<string, Locked>>;
  };
  const folders = Object.entries(lock.packages)
    .filter(([path, { dev, link }]) => path !== '' && dev !== true && link !== true)
    .map(([path]) => join(ROOT, path))
    .filter((path) => existsSync(join(path, 'package.json')));
  const found = new Map(folders.map((folder) => [stated(folder).name, packageIn(folder)]));
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

const stated = (folder: string) => JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as Stated;

function packageIn(folder: string): Package {
  const { name, license, licenses, author, contributors = [] } = stated(folder);
  const said = license ?? licenses?.[0] ?? 'none';
  const licence = typeof said === 'string' ? said : (said.type ?? 'none');
  const people = [author, ...contributors].map((one) => (typeof one === 'object' ? one.name : one));
  const lines = copyrightLines(folder);
  return {
    name,
    licence,
    copyright: lines.length > 0 ? lines.join('; ') : (people.find(Boolean) ?? `the authors of ${name}`),
  };
}

/** `Copyright (c) 2020 Ada`, but not the sentences of a licence about copyright. */
const COPYRIGHT = [
  /^\W*(?:copyright\b(?! (?:notice|holder|owner|licen[cs]e|and|law|\[))|\(c\) |© ).*(?:\d{4}|\(c\)|©|\bby\b)/i,
  /\bCopyright [A-Z]\w+ [A-Z]/,
];

function copyrightLines(folder: string): readonly string[] {
  const files = readdirSync(folder).filter((name) => /^(?:licen[cs]e|copying|notice)(?:$|[.-])/i.test(name));
  const lines = files.flatMap((name) => readFileSync(join(folder, name), 'utf8').split('\n'));
  const found = lines
    .filter((line) => COPYRIGHT.some((one) => one.test(line)))
    .map((line) => line.replace(/^\W*(?=\w|\(c)|\s+$/gi, ''));
  return [...new Set(found)];
}

const HEAD = `# What is installed with the product

Every package that an installation without development tools may bring, with its licence and whose it is; the whole text of a licence
stands in the package. What the chat window of the preview consists of: [preview/page/chat/NOTICES.md](preview/page/chat/NOTICES.md).
Made by \`npx ts-node test/security/licences.ts\`.
`;

/** The notices as they have to be. */
export const notices = (): string =>
  [
    HEAD,
    ...runtimePackages().map(({ name, licence, copyright }) => `- ${name} (${licence}): ${plain(copyright)}`),
    '',
  ].join('\n');

/** As a text of Markdown, without marks. */
const plain = (text: string): string => text.replace(/[<>*_`\\[\]]/g, (sign) => `\\${sign}`);

if (require.main === module) writeFileSync(FILE, notices());
