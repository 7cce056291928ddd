import { sandbox } from '../sandbox';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { build, type BuildResult } from '../../generator/build';
import type { Console } from '../../cli/console';
import { newCommand } from '../../cli/run/new';
import type { NewOptions } from '../../cli/run/new-options';
import type { Ask } from '../../cli/run/new-questions';
import { parseTranscripts } from '../../generator/transcript/parse';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { CHECKS } from '../conversations/play-all';
import { botBuilder } from '../conversations/variants';
import { rootWith, templates } from '../build/specs';

/** What a command said and how it ended. */
export interface Ran {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

/** A project of its own with copies of integrations. */
export interface ScaffoldProject {
  readonly root: string;
  write(path: string, text: string): void;
  read(path: string): string;
  run(options: NewOptions, ask?: Ask): Promise<Ran>;
  build(id: string): Promise<BuildResult>;
  /** Failures of actions' transcripts, on both targets; of one bot. */
  play(...chats: readonly string[]): Promise<readonly string[]>;
}

export function scaffoldProject(...integrations: readonly string[]): ScaffoldProject {
  const root = rootWith(...integrations);
  const read = (path: string) => readFileSync(join(root, path), 'utf8');
  return {
    root,
    read,
    write: (path, text) => {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), text);
    },
    run: async (options, ask) => {
      const said = { out: '', err: '' };
      const console: Console = {
        color: false,
        out: (text) => void (said.out += `${text}\n`),
        err: (text) => void (said.err += `${text}\n`),
        fail: (text) => {
          said.err += `${text}\n`;
          return 2;
        },
      };
      const code = await newCommand(root, options, console, ask);
      return { code, ...said };
    },
    build: (id) => build(root, id, templates),
    play: async (...chats) => {
      const options = { openBot: botBuilder(root), readFile: read, checks: CHECKS, sandbox };
      const failures: string[] = [];
      for (const transcript of chats.flatMap((chat) => parseTranscripts(chat, read(chat))))
        for (const target of ['xo10', 'xo11'] as const)
          failures.push(printFailure(await runTranscript(transcript, target, options)));
      return failures;
    },
  };
}
