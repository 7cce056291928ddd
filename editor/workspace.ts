import { isAbsolute, relative, sep } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { inOrder, type Diagnostic } from '../generator/diagnostics/diagnostic';
import { remembering } from '../generator/engine/engine';
import type { Bot } from '../generator/model/model';
import { pipeline, type Pipeline } from '../generator/pipeline';
import type { Templates } from '../generator/render/load';
import { readSpecs, type SpecFolder } from '../generator/source/read';

/** A file of specs: its integration, and its path below the project with forward slashes. */
export interface SpecFile {
  readonly integration: string;
  readonly path: string;
}

/** What the stages of a build say about an integration whose files may be open and not saved. */
export interface Looked {
  readonly folder: SpecFolder;
  /** The last bot that could be made: while one types, there are errors that keep the next from it. */
  readonly bot: Bot | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/** A project in an editor. */
export interface Workspace {
  /** Undefined for what is no spec of this project. */
  readonly fileOf: (uri: string) => SpecFile | undefined;
  readonly uriOf: (path: string) => string;
  /** Runs the build's stages up to its checks; `open` has the texts of open documents, by path. */
  readonly look: (integration: string, open: ReadonlyMap<string, string>) => Looked;
  /** How many errors specs have. */
  readonly errorsIn: (folder: SpecFolder) => number;
}

/** How long what was seen is not looked at again while the same texts are open: a key asks for offers and for findings. */
const FRESH_MS = 300;

interface LastLook {
  readonly looked: Looked;
  readonly open: ReadonlyMap<string, string>;
  readonly at: number;
}

const sameTexts = (a: ReadonlyMap<string, string>, b: ReadonlyMap<string, string>): boolean =>
  a.size === b.size && [...a].every(([path, text]) => b.get(path) === text);

/** A workspace whose integrations are looked at again and again: stages run anew only for what has changed. */
export function workspace(root: string, templates: Templates, now: () => number = () => performance.now()): Workspace {
  const pipelines = new Map<string, Pipeline>();
  const bots = new Map<string, Bot>();
  const bytesOf = new Map<string, Buffer>();
  const before = new Map<string, LastLook>();
  const pipelineOf = (integration: string) => {
    const run = pipelines.get(integration) ?? pipeline(templates, remembering());
    pipelines.set(integration, run);
    return run;
  };
  return {
    errorsIn: (folder) =>
      pipelineOf(folder.id)(folder).diagnostics.filter(({ severity }) => severity === 'error').length,
    fileOf: (uri) => {
      if (!uri.startsWith('file:')) return undefined;
      const path = relative(root, fileURLToPath(uri)).split(sep).join('/');
      const integration = /^specs\/([^/]+)\/.+\.yaml$/.exec(path)?.[1];
      return integration === undefined || isAbsolute(path) ? undefined : { integration, path };
    },
    uriOf: (path) => pathToFileURL(`${root}/${path}`).href,
    look: (integration, open) => {
      const last = before.get(integration);
      if (last && now() - last.at < FRESH_MS && sameTexts(last.open, open)) return last.looked;
      const run = pipelineOf(integration);
      const saved = withSameBytes(readSpecs(root, integration), bytesOf);
      const folder = withOpen(saved, open);
      const { bot, diagnostics } = run(folder);
      const best = bot ?? bots.get(integration) ?? run(saved).bot;
      if (best) bots.set(integration, best);
      const looked = { folder, bot: best, diagnostics: inOrder(diagnostics) };
      before.set(integration, { looked, open, at: now() });
      return looked;
    },
  };
}

const withOpen = (folder: SpecFolder, open: ReadonlyMap<string, string>): SpecFolder => ({
  ...folder,
  yaml: folder.yaml.map((file) => {
    const text = open.get(file.path);
    // What the editor shows is a text, whatever the bytes on the disk are.
    return text === undefined ? file : { name: file.name, path: file.path, text };
  }),
});

/** Files that have not changed are the same bytes as before: what was made of them is found again. */
const withSameBytes = (folder: SpecFolder, before: Map<string, Buffer>): SpecFolder => ({
  ...folder,
  bytes: (name) => {
    const bytes = folder.bytes(name);
    const known = before.get(`${folder.id}/${name}`);
    if (!bytes || (known && known.equals(bytes))) return bytes && known;
    before.set(`${folder.id}/${name}`, bytes);
    return bytes;
  },
});
