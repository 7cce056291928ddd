import { harmlessLine } from './harmless';
import { Listr, ListrLogger, ProcessOutput } from 'listr2';
import type { ListrDefaultRendererLogLevels } from 'listr2';

/** Shows what is being done; the result of the work passes through. */
export interface Progress {
  step<T>(title: string, task: (say: (text: string) => void) => Promise<T>): Promise<T>;
}

/** Says nothing: for `--json`, CI, and wherever no terminal is. */
export const quietProgress: Progress = { step: (_, task) => task(() => undefined) };

/** A step's line with what the platform says of it, which cannot drive the terminal or fill it. */
export const titleWith = (title: string, said: string): string => `${title} (${harmlessLine(said).slice(0, 80)})`;

/** A live line per step, on stderr: stdout is for results. */
export const liveProgress: Progress = {
  step: async (title, task) => {
    const done: Awaited<ReturnType<typeof task>>[] = [];
    const logger = new ListrLogger<ListrDefaultRendererLogLevels>({
      useIcons: false,
      toStderr: [],
      processOutput: new ProcessOutput(process.stderr, process.stderr),
    });
    const list = new Listr(
      [
        {
          title,
          task: async (_, shown) => {
            done.push(await task((text) => void (shown.title = titleWith(title, text))));
            shown.title = title;
          },
        },
      ],
      { renderer: 'default', rendererOptions: { logger, showErrorMessage: false } },
    );
    await list.run();
    if (done.length === 0) throw new Error('a step ended without a result');
    return done[0] as Awaited<ReturnType<typeof task>>;
  },
};
