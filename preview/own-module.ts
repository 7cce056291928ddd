import { existsSync } from 'node:fs';
import { join } from 'node:path';

/** How Node runs one of our own modules in a process of its own. */
export interface OwnModule {
  readonly file: string;
  readonly execArgv: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** `path` without its ending. The source needs the loader; in the packed product everything is compiled. */
export function ownModule(path: string): OwnModule {
  const source = `${path}.ts`;
  if (!existsSync(source)) return { file: `${path}.js`, execArgv: [], env: {} };
  return {
    file: source,
    execArgv: ['-r', require.resolve('ts-node/register')],
    env: { TS_NODE_PROJECT: join(__dirname, '..', 'tsconfig.json') },
  };
}
