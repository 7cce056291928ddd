#!/usr/bin/env node
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { didYouMean } from '../generator/diagnostics/suggest';

/**
 * The command of the packed product: `npx kore-action-templates build`. It works on the specs of the folder it is called
 * in. Runs compiled, as `lib/bin.js`, beside the programs it starts.
 */
function main([command = '--help', ...rest]: readonly string[]): void {
  const { name, optionalDependencies } = JSON.parse(
    readFileSync(join(__dirname, '..', '..', 'package.json'), 'utf8'),
  ) as {
    readonly name: string;
    readonly optionalDependencies: Readonly<Record<string, string>>;
  };
  const program = programs.find(({ commands }) => commands.includes(command));
  if (program === undefined) return usage(command, name);
  // Only building works in an installation without the optional packages.
  const missing =
    program.folder === 'generator' ? [] : Object.keys(optionalDependencies).filter((one) => !isThere(one));
  if (missing.length > 0) {
    return fail(
      `"${command}" needs packages that were left out when ${name} was installed: ${missing.join(', ')}.\n` +
        `Install it again with them: npm install ${name} --include=optional`,
    );
  }
  process.argv.splice(2, Infinity, command === 'preview' ? 'web' : command, ...rest);
  createRequire(__filename)(`./${program.folder}/program`);
}

const programs = [
  { folder: 'generator', commands: ['build', 'watch', 'new', 'diff'] },
  { folder: 'preview', commands: ['chat', 'store', 'preview'] },
  { folder: 'deploy', commands: ['deploy', 'pull'] },
];

function usage(command: string, name: string): void {
  const known = programs.flatMap(({ commands }) => commands);
  const text = `${name} <command>\n\nCommands: ${known.join(', ')}\n"${name} <command> --help" says more about one.`;
  if (command === '--help' || command === '-h') process.stdout.write(`${text}\n`);
  else fail(`There is no command "${command}".${didYouMean(command, known)}\n\n${text}`);
}

function fail(text: string): void {
  process.stderr.write(`${text}\n`);
  process.exitCode = 2;
}

/** A package may hide its package.json; then it is there all the same. */
function isThere(name: string): boolean {
  try {
    require.resolve(`${name}/package.json`);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code !== 'MODULE_NOT_FOUND';
  }
}

main(process.argv.slice(2));
