import { InvalidArgumentError } from 'commander';

/** The value of `--port`. */
export function port(written: string): number {
  const value = Number(written);
  if (!Number.isInteger(value) || value < 0 || value > 65_535) throw new InvalidArgumentError('A port is 0 to 65535.');
  return value;
}
