import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PROJECT } from '../build/specs';

/** One block of a recipe: a whole file, or what goes right below a line of one. */
export interface Step {
  readonly recipe: string;
  readonly path: string;
  readonly below?: string;
  readonly text: string;
}

const BLOCK = /^`([^`\n]+)`(?:, below `(.+)`)?:\n\n```\w*\n([^]*?)^```$/gm;

/** The steps of `generator/RECIPES.md`, in its order. */
export function recipeSteps(): readonly Step[] {
  const parts = readFileSync(join(PROJECT, 'generator/RECIPES.md'), 'utf8').split(/^## /m).slice(1);
  return parts.flatMap((part) => {
    const recipe = part.slice(0, part.indexOf('\n'));
    return [...part.matchAll(BLOCK)].map(([, path = '', below, text = '']) => ({
      recipe,
      path,
      text,
      ...(below === undefined ? {} : { below }),
    }));
  });
}

/** Does what a step says below `root`; throws when the line that it names does not stand there once. */
export function applyStep(root: string, { path, below, text }: Step): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  if (below === undefined) return writeFileSync(file, text);
  const lines = readFileSync(file, 'utf8').split('\n');
  const at = lines.indexOf(below);
  if (at < 0 || lines.indexOf(below, at + 1) >= 0) throw new Error(`${path} does not hold this line once: ${below}`);
  writeFileSync(file, lines.toSpliced(at + 1, 0, text.trimEnd()).join('\n'));
}
