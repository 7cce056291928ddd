import { existsSync, readFileSync } from 'node:fs';
import { readExport } from '../../kore/read-export';
import { builtBot } from '../../preview/chat/find-bot';
import { ChatUsageError } from '../../preview/chat/console';
import type { ChatConsole } from '../../preview/chat/console';
import { openBot } from '../../preview/open-bot';
import type { OpenedBot } from '../../preview/open-bot';
import type { Sandbox } from '../../preview/sandbox';
import { createVariant } from '../../preview/variant';
import { noBugs } from '../../testing/transcript/checks/notes';
import { printFailure } from '../../testing/transcript/failure';
import type { WantedBot } from '../../testing/transcript/harness';
import { parseTranscripts } from '../../generator/transcript/parse';
import { messageLines, runTranscript } from '../../testing/transcript/run';
import type { Played } from '../../testing/transcript/run';

export interface PlayFileOptions {
  readonly root: string;
  readonly target: 'xo10' | 'xo11';
  readonly json?: boolean;
  readonly sandbox: Sandbox;
  /** Makes the `dist/` of a folder what its specs say; false when it cannot, which it has then said. */
  readonly build: (root: string) => Promise<boolean>;
}

/**
 * Plays the conversations of a `.chat` file against the built bot and shows them, each up to its end or to the first line
 * that differs. Gives the exit code: 1 when one does. Rejects with a `UsageError` or a `TranscriptError`.
 */
export async function playFile(path: string, options: PlayFileOptions, console: ChatConsole): Promise<number> {
  if (!existsSync(path)) throw new ChatUsageError(`There is no file ${path}.`);
  const { target, sandbox, json } = options;
  const bots = botOpener(options);
  const read = (file: string) => readFileSync(file, 'utf8');
  let failed = 0;
  let count = 0;
  try {
    for (const transcript of parseTranscripts(path, read(path))) {
      if (transcript.settings.target !== undefined && transcript.settings.target !== target) continue;
      const played = await runTranscript(transcript, target, {
        openBot: bots.open,
        readFile: read,
        checks: [noBugs],
        sandbox,
      });
      count += 1;
      if (played.problems.length > 0) failed += 1;
      console.out(json === true ? asJson(played) : asText(played));
    }
  } finally {
    await bots.close();
    await sandbox.close();
  }
  if (json !== true) console.out(`${count} conversations on ${target}, ${failed} differ`);
  return failed > 0 ? 1 : 0;
}

const asText = (played: Played): string =>
  played.problems.length > 0
    ? printFailure(played)
    : [
        `== ${played.transcript.name}`,
        ...played.turns.flatMap(({ said, turn }) => [
          ...(said === undefined ? [] : [`you  ${said}`]),
          ...messageLines(turn, 'bot').flatMap(([first = '', ...rest]) => [
            `bot  ${first}`,
            ...rest.map((line) => `     ${line}`),
          ]),
        ]),
        '',
      ].join('\n');

const asJson = ({ transcript, target, turns, problems }: Played): string =>
  JSON.stringify({
    name: transcript.name,
    path: transcript.path,
    line: transcript.line,
    target,
    turns: turns.map(({ said, turn }) => ({ ...(said !== undefined && { said }), turn })),
    problems,
  });

/** Opens what was built from the specs; for other settings than theirs, what is built from a copy of them. */
function botOpener({ root, build: buildIn }: PlayFileOptions) {
  const opened = new Map<string, Promise<OpenedBot>>();
  const closers: (() => Promise<void>)[] = [];
  const build = async ({ integration, target, credentials, audience }: WantedBot): Promise<OpenedBot> => {
    const asWritten = credentials === undefined && audience === undefined;
    const variant = asWritten
      ? undefined
      : await createVariant(root, { ...(credentials && { credentials }), ...(audience && { audience }) });
    if (variant !== undefined) closers.push(variant.close);
    const folder = variant?.root ?? root;
    const path = await builtBot({ root: folder, integration, target, build: () => buildIn(folder) });
    return openBot(await readExport(path));
  };
  return {
    open: (wanted: WantedBot): Promise<OpenedBot> => {
      const key = JSON.stringify(wanted);
      const bot = opened.get(key) ?? build(wanted);
      opened.set(key, bot);
      return bot;
    },
    close: async (): Promise<void> => {
      for (const close of closers) await close();
    },
  };
}
