import { run } from '../../cli/program';

/** What a command came to. */
export interface Said {
  readonly code: number | undefined;
  readonly out: string;
  readonly err: string;
}

/** Runs a command in this process, as the command line would in `root`, where nothing is a terminal. */
export async function said(root: string, ...args: readonly string[]): Promise<Said> {
  const told = { out: '', err: '' };
  let code: number | undefined;
  await run(args, {
    root,
    env: {},
    colorOut: false,
    console: {
      color: false,
      out: (text) => void (told.out += `${text}\n`),
      err: (text) => void (told.err += `${text}\n`),
      fail: (text) => {
        told.err += `${text}\n`;
        return 2;
      },
    },
    end: (given) => (code = given),
  });
  return { code, ...told };
}
