import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { temporary } from '../build/specs';
import { blocksOf, commandsIn, readPage } from './pages';
import { mend, read, reword, shorten } from './steps';
import { asOnWindows, clone, git, install, installOwn, manifestIn, NAME, packed, ran, typed } from './workplace';

let place = '';
/** A fresh clone, and the project that `init` makes from it. */
let repo = '';
let bot = '';

beforeAll(() => {
  place = temporary();
  repo = join(place, 'repo');
  bot = join(place, 'my-bot');
  // Packing a clone that has nothing compiled is a test of its own (test/package).
  clone(repo, { compiled: true });
  packed(repo, place);
  // All conversations are played elsewhere: what a walk plays is about two actions.
  for (const name of readdirSync(join(repo, 'specs/shopify'), { recursive: true, encoding: 'utf8' }))
    if (name.endsWith('.chat')) shorten(join(repo, 'specs/shopify', name));
  git(repo, 'commit', '-qam', 'Keep a few conversations');
});
afterAll(() => rmSync(place, { recursive: true, force: true }), 120_000);

/** Every command of a walk ends well. */
async function walk(folder: string, commands: readonly string[]): Promise<string> {
  let at = folder;
  let out = '';
  for (const command of commands) {
    if (/^npm (ci|install)$/.test(command)) {
      expect(existsSync(join(at, 'package.json'))).toBe(true);
      if (at !== repo) installOwn(at);
    } else if (command.startsWith('cd ')) at = resolve(at, command.slice(3));
    else {
      const said = await ran(at, command);
      expect({ command, code: said.code, err: said.err }).toMatchObject({ command, code: 0 });
      out += said.out;
    }
  }
  return out;
}

describe('README, three ways in', () => {
  const [here = '', own = '', ci = ''] = blocksOf('README.md', 'Three ways in');

  test('try it here: build, then talk', () => {
    expect(commandsIn([here])).toEqual(['npm ci', 'npm run build', 'npm run chat']);
    expect(typed(repo, 'npm run build')).toMatchObject({ code: 0, err: '' });
    const [, paragraph = ''] = /## Sentences to try\n\n([^]*?)\n## /.exec(readPage('README.md')) ?? [];
    const sentences = [...paragraph.matchAll(/`([^`\n]+)`/g)].map(([, one = '']) => one);
    const said = sentences.filter((one) => !one.startsWith('npm '));
    const { code, out } = typed(repo, 'npm run chat', `${said.join('\n')}\n`);
    expect(code).toBe(0);
    for (const answer of ['Order #1001', 'Order EN1001', 'ada@example.com', 'Mug']) expect(out).toContain(answer);
    expect(out).not.toContain('I did not understand');
  });

  test('a project of one’s own', async () => {
    const out = await walk(repo, commandsIn([own]));
    expect(out).toContain('../my-bot is a project of your own, with a first commit.');
    expect(out).toMatch(/\d+ conversations on xo10, \d+ on xo11: all as written/);
  });

  test('in CI', async () => {
    await walk(repo, commandsIn([ci]));
    expect(read(join(repo, 'junit.xml'))).toContain('failures="0"');
    rmSync(join(repo, 'junit.xml'));
  });
});

/** A sentence is changed: what is not said any more is shown, accepted, and the next check is content. */
async function changeASentence(folder: string, commands: readonly string[]): Promise<void> {
  const [check = '', update = '', ...rest] = commands;
  const words = reword(folder);
  const red = await ran(folder, check);
  expect(red.code).toBe(1);
  expect(red.err).toMatch(/^specs\/shopify\/get-order-details\.chat:\d+ {2}the bot says something else/m);
  expect(red.err).toContain(`+ ${words}`);
  const out = await walk(folder, [update, check, ...rest]);
  expect(out).toContain(`+bot: ${words}`);
}

describe('README, change a sentence', () => {
  test('as it is told', async () => {
    await changeASentence(repo, commandsIn(blocksOf('README.md', 'Change a sentence')));
    git(repo, 'commit', '-qam', 'Change a sentence');
  });
});

describe('README, add an action', () => {
  const [block = ''] = blocksOf('README.md', 'Add an action in five minutes');
  test('as it is told', async () => {
    const [, query = ''] = /^\$ cat by-handle\.graphql\n([^]*?\n)\n/m.exec(block) ?? [];
    writeFileSync(join(repo, 'by-handle.graphql'), query);
    const [make = '', chat = '', ...rest] = commandsIn([block]);
    const made = await walk(repo, [make]);
    for (const [, path = ''] of block.matchAll(/^new +(\S+\/\S+)/gm)) {
      expect(made).toContain(`new       ${path}\n`);
      expect(existsSync(join(repo, path))).toBe(true);
    }
    const sentence = /npm run chat +(.*)/.exec(block)?.[1] ?? '';
    expect(typed(repo, chat, `${sentence}\n`).out).toContain('Mug');
    expect(await walk(repo, rest)).toContain('+ dialog Get product by handle');
    expect((await ran(repo, 'npm run check -- get-product-by-handle')).code).toBe(0);
    git(repo, 'add', 'specs');
    git(repo, 'commit', '-qm', 'Add an action');
  });

  test('or an integration', async () => {
    const command = /`(npm run new -- integration [^`]*)`/.exec(readPage('README.md'))?.[1] ?? '';
    await walk(repo, [command, 'npm run check -- zendesk']);
    rmSync(join(repo, 'specs/zendesk'), { recursive: true });
  });
});

/** What the working copy has that the last commit has not; what earlier walks left is there, too. */
const touchedIn = (folder: string): readonly string[] =>
  git(folder, 'status', '--porcelain', '-uall', '--', ':!node_modules').match(/\S+$/gm) ?? [];

test('an action is renamed, and another deleted, in specs and transcripts alone', async () => {
  const shop = join(repo, 'specs/shopify');
  const own = touchedIn(repo).filter((path) => !path.startsWith('specs/'));
  const [before, after] = ['get-all-collections', 'browse-all-collections'];
  for (const end of ['.yaml', '.chat']) renameSync(join(shop, before + end), join(shop, after + end));
  renameSync(join(shop, `utterances/${before}.yaml`), join(shop, `utterances/${after}.yaml`));
  for (const folder of ['.', 'utterances']) rmSync(join(shop, folder, 'get-product-variants.yaml'));
  // The build names every place that still says the old names, and all of them are specs.
  for (let i = 0; i < 20; i++) {
    const { code, err } = await ran(repo, 'npm run build');
    if (code === 0) break;
    const places = [...err.matchAll(/^(\S+):(\d+):\d+ {2}error {2}unknown-(?:action|translation)$/gm)];
    expect(places.length).toBeGreaterThan(0);
    for (const [, path = '', line = ''] of [...places].reverse()) mend(join(repo, path), Number(line));
  }
  expect((await ran(repo, 'npm run build')).code).toBe(0);
  expect(await ran(repo, 'npm run check -- browse-all-collections')).toMatchObject({ code: 0 });
  const touched = touchedIn(repo).filter((path) => !own.includes(path));
  expect(touched.length).toBeGreaterThan(5);
  expect(touched.filter((path) => !/^specs\/.*\.(yaml|chat)$/.test(path))).toEqual([]);
});

describe('a project of one’s own, packed, on Windows', () => {
  const commands = commandsIn(blocksOf('starter/README.md'));
  /** What waits for a person, or goes to a platform: only that it is there. */
  const endless = /^npm run (watch|chat|new|deploy)$/;

  test('has everything, and every schema that is named is there', () => {
    const files = [
      '.gitattributes',
      '.gitignore',
      '.env.example',
      '.vscode/settings.json',
      '.github/workflows/check.yml',
    ];
    expect(files.filter((path) => !existsSync(join(bot, path)))).toEqual([]);
    const specs = readdirSync(join(bot, 'specs'), { recursive: true, encoding: 'utf8' }).filter((p) =>
      p.endsWith('.yaml'),
    );
    expect(specs.length).toBeGreaterThan(8);
    for (const spec of specs) {
      const path = join(bot, 'specs', spec);
      const named = /\$schema=(\S+)/.exec(read(path))?.[1] ?? '';
      expect([spec, existsSync(resolve(dirname(path), named))]).toEqual([spec, true]);
    }
    const settings = JSON.parse(read(join(bot, '.vscode/settings.json'))) as Record<string, object>;
    for (const schema of Object.keys(settings['yaml.schemas'] ?? {})) expect(existsSync(join(bot, schema))).toBe(true);
  });

  test('goes the walk of its README', async () => {
    asOnWindows(join(bot, 'specs'));
    const of = (name: string) => commands.filter((command) => command.startsWith(`npm run ${name}`));
    await walk(bot, of('build'));
    await changeASentence(bot, [...of('check'), ...of('diff')]);
    expect(read(join(bot, 'specs/shopify/get-order-details.chat'))).not.toMatch(/[^\r]\n/);
    const rest = commands.filter((command) => !/^npm (install|run (build|check|diff))/.test(command));
    expect(rest.filter((command) => !endless.test(command))).toEqual([]);
    await walk(
      bot,
      rest.map((command) => `${command} -- --help`),
    );
    writeFileSync(join(bot, 'q.graphql'), 'query GetShopName { shop { name } }\n');
    await walk(bot, [
      'npm run new -- --integration shopify --id get-shop-name --graphql q.graphql',
      'npm run check -- get-shop-name',
    ]);
    const [first = ''] = read(join(bot, 'specs/shopify/get-shop-name.yaml')).split('\n');
    expect(existsSync(join(bot, 'specs/shopify', /=(\S+)$/.exec(first)?.[1] ?? ''))).toBe(true);
  });

  test('has a script for each command, with help that calls it so', async () => {
    for (const [name, script] of Object.entries(manifestIn(bot).scripts)) {
      if (name === 'test') continue;
      expect(script).toBe(`${NAME} ${name}`);
      const { code, out } = await ran(bot, `npm run ${name} -- --help`);
      expect([code, out.split('\n')[0]?.startsWith(`Usage: npm run ${name} -- `)]).toEqual([0, true]);
    }
    const { version } = JSON.parse(read(join(repo, 'package.json'))) as { readonly version: string };
    expect(typed(bot, `npx ${NAME} --version`)).toMatchObject({ code: 0, out: `${version}\n`, err: '' });
  });

  test('is not made where something is', async () => {
    const { code, err } = await ran(repo, 'npm run init -- ../my-bot');
    expect([code, err]).toEqual([2, '../my-bot is not empty. Name a folder that is not there yet.\n']);
  });
});

test('an empty project is made by the packed tool, and begins with an integration of its own', async () => {
  const [tarball = ''] = readdirSync(place).filter((name) => name.endsWith('.tgz'));
  const somewhere = join(place, 'somewhere');
  mkdirSync(somewhere);
  install(join(place, tarball), somewhere);
  const made = await ran(somewhere, `npx ${NAME} init bare --from empty --no-git`);
  const bare = join(somewhere, 'bare');
  expect([made.code, existsSync(join(bare, '.git'))]).toEqual([0, false]);
  const [next = ''] = /npm run new -- .*$/m.exec(made.out) ?? [];
  expect(next).toContain('integration my-api');
  installOwn(bare);
  await walk(bare, [next, 'npm run build', 'npm run check']);
  const { out } = await ran(somewhere, `npx ${NAME} build --help`);
  expect(out).toMatch(/^Usage: npx kore-action-templates build \[options\]/);
  expect(out).toContain('  npx kore-action-templates build --check\n');
});
