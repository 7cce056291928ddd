const { createHash } = require('node:crypto');
const { mkdirSync, readFileSync, renameSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');

const FOLDER = join(__dirname, 'node_modules', '.cache', 'kore-action-templates', 'transpiled');

/**
 * ts-node's own SWC transpiler, which remembers: what was made of a file is kept in `node_modules/.cache`, named after
 * everything it was made from, and SWC itself is loaded only for files that have changed. Where nothing can be written
 * each file is transpiled each time.
 */
exports.create = (options) => {
  const { version } = require('@swc/core/package.json');
  const made = JSON.stringify([
    version,
    process.versions.node,
    options.nodeModuleEmitKind,
    options.service.config.options,
  ]);
  let swc;
  return {
    transpile: (code, { fileName }) => {
      const file = join(FOLDER, createHash('sha256').update(`${made}\0${fileName}\0${code}`).digest('hex'));
      const known = kept(file);
      if (known) return known;
      swc ??= require('ts-node/transpilers/swc').create(options);
      const result = swc.transpile(code, { fileName });
      keep(file, result);
      return result;
    },
  };
};

function kept(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return undefined;
  }
}

/** Written beside and renamed, so that two programs at once never read half a file. */
function keep(file, result) {
  const fresh = `${file}.${process.pid}`;
  try {
    mkdirSync(FOLDER, { recursive: true });
    writeFileSync(fresh, JSON.stringify(result));
    renameSync(fresh, file);
  } catch {
    // Only time is lost.
  }
}
