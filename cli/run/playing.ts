import { ExportError } from '../../kore/reading/export-error';
import { StubError } from '../../services/stub/stub';
import { TranscriptError } from '../../generator/transcript/transcript';
import { ChatUsageError } from '../../preview/chat/console';
import type { Console } from '../console';

/** Does what plays a bot and gives its exit code; 1 when the bot cannot be played, which is said. */
export async function playing(console: Console, work: () => Promise<number>): Promise<number> {
  try {
    return await work();
  } catch (error) {
    const known = [ChatUsageError, ExportError, TranscriptError, StubError];
    if (!(error instanceof Error) || !known.some((kind) => error instanceof kind)) throw error;
    console.err(error.message);
    return 1;
  }
}
