import type { Console } from '../console';
import { buildCommand } from './build';
import { productFolder } from '../product';
import { unchanged } from './unchanged';

/** Makes the `dist/` of a folder what its specs say, saying so only when there is something to do. */
export const buildFor =
  (console: Console) =>
  async (root: string): Promise<boolean> => {
    const said = unchanged(productFolder, root);
    if (said) {
      if (said.warnings) console.err(said.warnings.text);
      return true;
    }
    console.err('Building …');
    return (await buildCommand(root, {}, { ...console, out: () => undefined })) === 0;
  };
