import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname } from 'node:path';

const manifestPath = createRequire(__filename).resolve('#package.json');

/** The folder that the tool is installed in, or the project itself where it runs from its sources. */
export const productFolder = dirname(manifestPath);

/** The tool's own package.json. */
export const productManifest = () =>
  JSON.parse(readFileSync(manifestPath, 'utf8')) as {
    readonly name: string;
    readonly version: string;
    readonly homepage?: string;
    readonly files: readonly string[];
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };

/** The integrations that the tool brings, by name: what package.json lists below `specs/`. */
export const shippedIntegrations = (): readonly string[] =>
  productManifest().files.flatMap((path) => (path.startsWith('specs/') ? [path.slice('specs/'.length)] : []));
