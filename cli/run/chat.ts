import { printableInColour, printableJson } from '../../kore/printable';
import { redactKnown } from '../../kore/secrets/mask';
import { createSandbox } from '../../preview/sandbox';
import { warmUp } from '../../preview/warm-up';
import type { Host } from '../host';
import type { ServiceFlags } from '../service-options';
import { buildFor } from './build-for';
import { playing } from './playing';

export interface ChatFlags extends ServiceFlags {
  readonly target: 'xo10' | 'xo11';
  readonly language?: string;
  readonly store?: string;
  readonly json?: true;
}

/** Talks with a bot on the terminal, or plays a `.chat` file. Exit code 0; 1 the bot cannot be played or a transcript differs. */
export function chatCommand(file: string | undefined, flags: ChatFlags, host: Host): Promise<number> {
  const { root, env } = host;
  const console = { ...host.console, env };
  const sandbox = createSandbox();
  // The first script waits for the sandbox's process; it starts while everything else is still being loaded.
  void warmUp(sandbox);
  return playing(host.console, async () => {
    if (file?.endsWith('.chat') === true) {
      const { playFile } = await import('./play-file.js');
      return playFile(file, { root, sandbox, build: buildFor(host.console), ...flags }, console);
    }
    const { chat } = await import('../../preview/chat/terminal.js');
    // What a bot or a person says reaches the terminal as signs to read; JSON writes them its own way.
    const plain = {
      ...console,
      out: (text: string) => host.console.out(redactKnown(flags.json ? printableJson(text) : printableInColour(text))),
    };
    const build = () => buildFor(host.console)(root);
    await chat({ root, build, sandbox, ...flags, ...(file !== undefined && { file }) }, process.stdin, plain);
    return 0;
  });
}
