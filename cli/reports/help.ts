import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { productFolder, productManifest } from '../product';

/** The page that explains every code, inside the tool's folder. */
export const HELP_PAGE = 'docs/diagnostics.md';

/** Where a code is explained: at the tool's home page where its package names one, else in its own copy of the page. */
export function helpFor(code: string): string {
  const { homepage } = productManifest();
  const page =
    homepage === undefined
      ? pathToFileURL(join(productFolder, HELP_PAGE)).href
      : `${homepage.replace(/(#.*)?\/?$/, '')}/${HELP_PAGE}`;
  return `${page}#${code}`;
}
