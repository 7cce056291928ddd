/**
 * The floor: what any program must do that turns these specs into these zips with the same libraries. It parses the
 * YAML, turns the definitions into text, packs and writes them. Nothing is checked or made: the definitions come from an
 * earlier build, and the time to get them is printed, so that it can be left out.
 *
 *     node floor.cjs <root> <plans> <out>
 */
const { mkdirSync, readdirSync, readFileSync, writeFileSync } = require('node:fs');
const { dirname, join, relative } = require('node:path');
const { parse } = require('yaml');
const { ZipArchive } = require('archiver');
const { deflateSync } = require('fflate');

const [root, plans, out] = process.argv.slice(2);

const below = (folder) =>
  readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? below(join(folder, e.name)) : [join(folder, e.name)],
  );

async function zip(entries) {
  const archive = new ZipArchive({ store: true });
  const chunks = [];
  archive.on('data', (chunk) => chunks.push(chunk));
  for (const [name, bytes] of entries) archive.append(Buffer.from(deflateSync(bytes)), { name });
  await archive.finalize();
  return Buffer.concat(chunks);
}

function save(path, bytes) {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, bytes);
}

const given = { wall: 0, cpu: 0 };

/** The entries of one zip: a name and a JSON value, or bytes as they are. */
function planOf(path) {
  const [wall, cpu] = [performance.now(), process.cpuUsage()];
  const { json, icon } = JSON.parse(readFileSync(path, 'utf8'));
  const { user, system } = process.cpuUsage(cpu);
  given.wall += performance.now() - wall;
  given.cpu += (user + system) / 1000;
  return { json, icon: Buffer.from(icon, 'base64') };
}

async function main() {
  for (const path of below(join(root, 'specs')).filter((p) => p.endsWith('.yaml'))) parse(readFileSync(path, 'utf8'));
  for (const path of below(plans)) {
    const { json, icon } = planOf(path);
    const entries = json.map(([name, value]) => [name, Buffer.from(JSON.stringify(value))]);
    const name = relative(plans, path).replace(/\.json$/, '');
    save(join(out, `${name}.zip`), await zip([...entries, ['icon.png', icon]]));
  }
  console.log(JSON.stringify(given));
}

void main();
