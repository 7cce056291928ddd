import { ExportError } from '../../kore/reading/export-error';
import { UsageError } from '../../preview/chat/console';
import type { Console } from '../console';

/** Does what plays a bot. Exit code 0; 1 when the bot cannot be played, which is said. */
export async function playing(console: Console, work: () => Promise<void>): Promise<number> {
  try {
    await work();
    return 0;
  } catch (error) {
    if (!(error instanceof UsageError) && !(error instanceof ExportError)) throw error;
    console.err(error.message);
    return 1;
  }
}
