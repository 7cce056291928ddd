import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';

/** The browser's code: one script for the page, one for the chat window in it. */
export interface Bundle {
  readonly page: string;
  readonly chat: string;
}

const find = createRequire(__filename);

/** Both scripts, as they were bundled from `preview/page/` when the product was compiled. */
export async function bundle(): Promise<Bundle> {
  const read = (name: string) => readFile(find.resolve(`#lib/preview/page/${name}`), 'utf8');
  const [page, chat] = await Promise.all([read('page.js'), read('chat.js')]);
  return { page, chat };
}
