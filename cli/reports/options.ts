import { type Command, InvalidArgumentError } from 'commander';
import { KNOWN } from './wanted';

/** Gives a command `--format` and `--output`, each as often as one likes. */
export const withReports = (command: Command): Command =>
  command
    .option('--format <form>', `${KNOWN.join(', ')}; may be repeated`, form)
    .option('-o, --output <file>', 'the file for the --format in the same place; may be repeated', also);

function form(named: string, before: readonly string[] = []): readonly string[] {
  if (KNOWN.some((one) => one === named)) return [...before, named];
  throw new InvalidArgumentError(`Allowed choices are ${KNOWN.join(', ')}.`);
}

const also = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
