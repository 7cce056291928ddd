import { batchTests } from './batch/batch-test';
import { conversationTests, type TranscriptFile } from './suite/conversation-test';
import { documents } from './catalogue/catalogue';
import { check } from './check';
import { collect, type Diagnostic, type Report } from './diagnostics/diagnostic';
import { forgetful, type Engine } from './engine/engine';
import { koreBot } from './kore-bot';
import type { Bot } from './model/model';
import { normalize } from './model/normalize';
import { outputs } from './outputs';
import { protocolPage } from '../kore/first-import/protocol';
import { caching } from './cache/caching';
import { noCache, type Cache } from './cache/cache';
import { keepingsOf } from './cache/keepings';
import type { KoreBot, Target } from '../kore/format';
import type { OutputFile, PiecewiseFile } from '../kore/zip/pack';
import { readWritten } from './read';
import type { Templates } from './render/load';
import { renderer } from './render/render';
import type { SpecFolder } from './source/read';
import { inProcess, type Guard, type Packer } from './package/packer';
import { harmlessLines, secretsIn } from './source/secrets';

/** What an integration's specs come to: a bot and its files, or none and the reasons. Warnings may stand beside a bot. */
export interface Prepared {
  readonly id: string;
  readonly diagnostics: readonly Diagnostic[];
  readonly bot?: Bot;
  /** The files for `dist/`, made one by one as they are asked for: all of a large bot's do not fit into memory. */
  readonly files: (() => AsyncGenerator<PiecewiseFile>) | undefined;
  /** The bot that is written for a target, as data; or that of one action. */
  readonly koreBot: ((target: Target, only?: string) => KoreBot) | undefined;
}

/**
 * Turns an integration's specs into a bot. Reads nothing but the folder, writes nothing.
 *
 *     readSpecs → parseYaml → validate → normalize → check │ compile → render → verify → pack
 *      folder      YamlFile    Written     Bot       (gate) │  Plan     KoreBot  (gate)   files
 *
 * Left of the gate an author's mistakes are collected, and all of them are shown. Right of it a mistake is ours and thrown.
 */
export type Pipeline = (folder: SpecFolder) => Prepared;

/** How to try the first import by hand. */
const firstImportPage = (bot: Bot): OutputFile => ({
  path: `${bot.id}/first-import/PROTOCOL.md`,
  bytes: Buffer.from(protocolPage(bot.id, bot.actions[0]?.id ?? '<action>')),
});

/** The transcripts of an integration, as texts. */
const transcriptsIn = (folder: SpecFolder): readonly TranscriptFile[] =>
  folder.transcripts.flatMap((name) => {
    const read = folder.bytes(name);
    return read ? [{ path: `${folder.path}/${name}`, text: read.toString('utf8') }] : [];
  });

/** What people say in a transcript comes into the catalogue and the tests: a credential there is one that is written. */
const reportSecrets = (report: Report, path: string, text: string): void => {
  for (const { what, start, end } of secretsIn(text)) report({ path, text, start, end }, 'looks-like-secret', what);
};

/** The files, each of which is looked at. When one holds a credential, that is thrown behind the last one at the latest. */
async function* guarded(files: AsyncGenerator<PiecewiseFile>, look: Guard): AsyncGenerator<PiecewiseFile> {
  const looks: Promise<void>[] = [];
  for await (const file of files) {
    // What goes into a zip is looked at before.
    if (!file.path.endsWith('.zip')) {
      const looked = look(file);
      looked.catch(() => undefined);
      looks.push(looked);
    }
    yield file;
  }
  await Promise.all(looks);
}

/** The pipeline over these templates. What it makes again and what it knows already is up to the engine and, from one process to the next, the cache; where zips are packed, up to the packer. */
export function pipeline(
  templates: Templates,
  own: Engine = forgetful,
  packer: Packer = inProcess,
  cache: Cache = noCache,
): Pipeline {
  const render = renderer(templates);
  const holdsNone = own.reporting('transcript', reportSecrets);
  const same = own.stage('file', (bytes: Buffer | undefined) => bytes);
  return (read) => {
    // What reads a file once finds by its bytes what it made of them.
    const folder: SpecFolder = { ...read, bytes: (name) => same(name, read.bytes(name)) };
    const { report, diagnostics, hasErrors } = collect();
    const chapter = { text: folder.bytes('install.md')?.toString('utf8') ?? '' };
    const harmless = [...folder.yaml, ...transcriptsIn(folder), chapter].flatMap(({ text }) => harmlessLines(text));
    const keepings = cache === noCache ? undefined : keepingsOf(cache, folder, harmless, packer);
    const engine = keepings ? caching(own, keepings.stages) : own;
    const written = readWritten(folder, report, engine);
    const bot = written && normalize(written, report, engine);
    if (bot) check(bot, folder, report, engine);
    for (const { path, text } of bot ? transcriptsIn(folder) : []) holdsNone(report, path, path, text);
    const { id } = folder;
    if (!bot || hasErrors()) return { id, files: undefined, koreBot: undefined, diagnostics };
    keepings?.checked();
    async function* files(of: Bot, look: Guard): AsyncGenerator<PiecewiseFile> {
      const read = documents(of, folder, engine);
      const keeping = keepings && { keeping: keepings.actions };
      yield* outputs(of, { render, engine, packer, look, documents: read, cache, ...keeping });
      for (const { path, bytes } of [
        ...read.files(),
        ...batchTests(of),
        ...conversationTests(of, transcriptsIn(folder)),
        firstImportPage(of),
      ])
        yield { path, pieces: [bytes] };
      engine.next();
    }
    return {
      id,
      bot,
      diagnostics,
      files: () => {
        const look = packer.guard(harmless);
        return guarded(files(bot, look), look);
      },
      koreBot: (target, only) => koreBot(bot, target, render, only),
    };
  };
}
