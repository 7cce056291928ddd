import { type Command, InvalidArgumentError } from 'commander';
import { KNOWN, type ReportFormat } from './wanted';

/** Gives a command `--format` and `--output`, each as often as one likes; `more` are forms that only this command has. */
export function withReports(command: Command, ...more: readonly ReportFormat[]): Command {
  const known: readonly string[] = [...KNOWN, ...more];
  const form = (named: string, before: readonly string[] = []): readonly string[] => {
    if (known.includes(named)) return [...before, named];
    throw new InvalidArgumentError(`Allowed choices are ${known.join(', ')}.`);
  };
  return command
    .option('--format <form>', `${known.join(', ')}; may be repeated`, form)
    .option('-o, --output <file>', 'the file for the --format in the same place; may be repeated', also);
}

const also = (file: string, before: readonly string[] = []): readonly string[] => [...before, file];
