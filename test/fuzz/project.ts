import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { FIXTURES } from '../build/specs';
import { baseBot } from '../check/scenario';

/** A project of one integration in a folder of its own, whose files may be changed one at a time. */
export interface Project {
  readonly root: string;
  readonly id: string;
  /** The YAML files of the integration by their path inside its folder. */
  readonly yaml: ReadonlyMap<string, string>;
  /** Does something while a file has other bytes (or is new), then puts it back. */
  readonly changed: <T>(name: string, bytes: string | Buffer, act: () => Promise<T>) => Promise<T>;
  readonly remove: () => void;
}

/** A bot over a JSON API with path, query and body. */
export function restProject(): Project {
  const root = realpathSync(mkdtempSync(join(tmpdir(), 'fuzz-')));
  cpSync(join(FIXTURES, 'specs', 'parcels'), join(root, 'specs', 'parcels'), { recursive: true });
  return project(root, 'parcels');
}

/** A bot over GraphQL with paging and an owner, with a second language. */
export function graphqlProject(): Project {
  const { root } = baseBot();
  mkdirSync(join(root, 'specs', 'shop', 'locales'));
  writeFileSync(join(root, 'specs', 'shop', 'locales', 'de.yaml'), GERMAN);
  return project(realpathSync(root), 'shop');
}

const GERMAN = `bot:
  replies:
    forbidden: Das darf ich nicht nachsehen.
  welcome:
    text: Hallo! Was möchten Sie sehen?
`;

function project(root: string, id: string): Project {
  const folder = join(root, 'specs', id);
  const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
  const yaml = new Map(names.sort().map((name) => [name, readFileSync(join(folder, name), 'utf8')]));
  return {
    root,
    id,
    yaml,
    changed: async (name, bytes, act) => {
      const path = join(folder, name);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, bytes);
      try {
        return await act();
      } finally {
        const before = yaml.get(name);
        if (before === undefined) rmSync(path);
        else writeFileSync(path, before);
      }
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}
