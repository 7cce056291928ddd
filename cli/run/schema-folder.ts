import { existsSync } from 'node:fs';
import { join, posix } from 'node:path';
import { productManifest } from '../product';

const OURS = 'generator/schema';

/** Where the editor finds the schemas of specs, below a project: in its sources, or in the tool that it has installed. */
const schemaFolder = (root: string): string =>
  existsSync(join(root, OURS)) ? OURS : `node_modules/${productManifest().name}/${OURS}`;

/** A spec's text with the comments that name its schema pointing to where that is; `path` is below the project. */
export const withSchemas = (root: string, path: string, text: string): string =>
  text.replace(
    /(\$schema[=:] ?)(?:\.\.\/)+generator\/schema/g,
    (_, key: string) => `${key}${posix.relative(posix.dirname(path), schemaFolder(root))}`,
  );
