import { startWeb, type WebOptions } from '../../preview/web/start-web';
import type { Console } from '../console';
import { interrupted } from '../interrupt';
import { playing } from './playing';

/** Serves the preview until it is interrupted. */
export const previewCommand = (options: WebOptions, console: Console): Promise<number> =>
  playing(console, async () => {
    const stopped = interrupted();
    const web = await startWeb(options);
    console.out(`Preview: ${web.url}  (Ctrl+C ends it)`);
    await stopped;
    await web.close();
    return 0;
  });
