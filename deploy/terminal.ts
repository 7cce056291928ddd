import { renderHuman } from '../kore/diff/render-human';
import { redactKnown, redactKnownIn } from '../kore/secrets/mask';
import type { Person } from './context';

/** The person at this terminal. Everything for them goes to stderr; with `--json` nothing is said, and no one is asked. */
export function terminalPerson(json: boolean): Person {
  const color = Boolean(process.stderr.isTTY) && !process.env['NO_COLOR'];
  const present = !json && process.stdin.isTTY && process.stderr.isTTY && !process.env['CI'];
  const show = (text: string) => {
    if (!json) process.stderr.write(`${text}\n`);
  };
  return {
    present,
    showDiff: (diff, name) => show(`\n${name}:\n${renderHuman(redactKnownIn(diff), { color })}\n`),
    confirm: async (message) => {
      if (!present) return false;
      const { confirm } = await import('@inquirer/prompts');
      return confirm({ message: redactKnown(message), default: false }, { output: process.stderr });
    },
  };
}
