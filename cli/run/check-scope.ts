import { didYouMean } from '../../generator/diagnostics/suggest';
import type { SpecFolder } from '../../generator/source/read';
import { actionIdOf } from '../../generator/source/read';

/** What of one integration is checked. */
export interface CheckScope {
  readonly folder: SpecFolder;
  /** Ids of the actions it is about; undefined: all. */
  readonly actions: ReadonlySet<string> | undefined;
  /** Transcripts that are played whole, inside the folder. */
  readonly transcripts: readonly string[];
  /** Transcripts of which only the conversations count that come to one of the actions. */
  readonly shared: readonly string[];
}

/** What is checked when nothing, or some of it, is named; or a sentence about a name that nothing has. */
export function checkScopesOf(
  folders: readonly SpecFolder[],
  named: readonly string[],
): readonly CheckScope[] | string {
  if (named.length === 0) return folders.map(everything);
  const found = named.map((name) => findAll(folders, name));
  const unknown = found.findIndex((matches) => matches.length === 0);
  if (unknown >= 0) return unknownName(folders, named[unknown] ?? '');
  return folders.flatMap((folder) => {
    const mine = found.flat().filter((match) => match.folder === folder);
    if (mine.length === 0) return [];
    if (mine.some(({ name }) => name === undefined)) return [everything(folder)];
    const names = mine.flatMap(({ name }) => name ?? []);
    return [narrowed(folder, names)];
  });
}

const everything = (folder: SpecFolder): CheckScope => ({
  folder,
  actions: undefined,
  transcripts: folder.transcripts,
  shared: [],
});

/** `names` are files inside the folder: actions' specs and transcripts. */
function narrowed(folder: SpecFolder, names: readonly string[]): CheckScope {
  const actions = new Set(names.filter((name) => name.endsWith('.yaml')).map(actionIdOf));
  const own = folder.transcripts.filter((name) => names.includes(name) || actions.has(name.replace(/\.chat$/, '')));
  const shared = folder.transcripts.filter((name) => name.startsWith('conversations/') && !own.includes(name));
  return { folder, actions, transcripts: own, shared: actions.size === 0 ? [] : shared };
}

/** A file inside a folder, or the folder as a whole. */
interface Match {
  readonly folder: SpecFolder;
  readonly name: string | undefined;
}

/** An integration, an action, a spec or a transcript, by its id or by its path. What concerns all actions stands for all. */
function findAll(folders: readonly SpecFolder[], written: string): readonly Match[] {
  const path = written
    .replaceAll('\\', '/')
    .replace(/^(?:\.\/)?(?:specs\/)?/, '')
    .replace(/\/$/, '');
  return folders.flatMap((folder): readonly Match[] => {
    if (path === folder.id) return [{ folder, name: undefined }];
    const name = path.startsWith(`${folder.id}/`) ? path.slice(folder.id.length + 1) : path;
    if (folder.transcripts.includes(name)) return [{ folder, name }];
    const spec = folder.yaml.find((file) => file.name === name || file.name === `${name}.yaml`)?.name;
    if (spec === undefined) return [];
    const action = spec.replace(/^utterances\//, '');
    return [{ folder, name: isAction(action) ? action : undefined }];
  });
}

const isAction = (name: string): boolean => name !== 'bot.yaml' && !name.includes('/');

function unknownName(folders: readonly SpecFolder[], name: string): string {
  const known = folders.flatMap(({ id, yaml }) => [
    id,
    ...yaml.filter((file) => isAction(file.name)).map((file) => actionIdOf(file.name)),
  ]);
  return `There is no action, integration or transcript "${name}".${didYouMean(name, known)}`;
}
