import { warmUp } from '../../preview/warm-up';
import type { Host } from '../host';
import { buildCommand } from './build';
import { playing } from './playing';
import { unchanged } from './unchanged';

export interface ChatFlags {
  readonly integration?: string;
  readonly target: 'xo10' | 'xo11';
  readonly language?: string;
  readonly store?: string;
}

/** Talks with a bot on the terminal. Exit code 0; 1 the bot cannot be played. */
export function chatCommand(file: string | undefined, flags: ChatFlags, { root, env, console }: Host): Promise<number> {
  // The first script waits for the sandbox's process; it starts while everything else is still being loaded.
  void warmUp();
  const build = async (): Promise<boolean> => {
    if (unchanged(root)) return true;
    console.err('Building …');
    return (await buildCommand(root, {}, { ...console, out: () => undefined })) === 0;
  };
  return playing(console, async () => {
    const { chat } = await import('../../preview/chat/terminal.js');
    const options = { root, build, ...flags, ...(file !== undefined && { file }) };
    await chat(options, process.stdin, { ...console, env });
  });
}
