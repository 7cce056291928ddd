/**
 * A peer: types out of JSON Schemas, as many schemas as there are actions. Compared with a build only in kind: both read
 * declarations and write verbose text.
 *
 *     node peer.cjs <schema> <count> <out>
 */
const { mkdirSync, readFileSync, writeFileSync } = require('node:fs');
const { join } = require('node:path');
const { compile } = require('json-schema-to-typescript');

const [path, count, out] = process.argv.slice(2);

async function main() {
  mkdirSync(out, { recursive: true });
  const text = readFileSync(path, 'utf8');
  for (let i = 1; i <= Number(count); i += 1) {
    writeFileSync(join(out, `action-${i}.ts`), await compile(JSON.parse(text), `Action${i}`));
  }
}

void main();
