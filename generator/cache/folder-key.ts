import type { Action, Bot } from '../model/model';
import type { SpecFolder } from '../source/read';
import type { Cache } from './cache';

/** What an integration's actions are made of, as keys. */
export interface FolderKeys {
  /** Stands for everything in the folder that is not one action's alone. */
  readonly shared: (bot: Bot) => string;
  /** Stands for an action's own files: its spec, its utterances and its transcript. */
  readonly own: (action: Action) => string;
}

/**
 * An integration's folder, as keys: a changed action changes its own one, anything else in the folder changes all. `harmless` are
 * lines that somebody has said to hold no credential.
 */
export function folderKeys(folder: SpecFolder, cache: Cache, harmless: readonly string[]): FolderKeys {
  const { id, path, yaml, files } = folder;
  const texts = new Map(yaml.map(({ name, text }) => [name, text]));
  const isSpec = (name: string) => !name.includes('/') && name !== 'bot.yaml';
  const isOwn = (name: string) =>
    isSpec(name) || (name.startsWith('utterances/') && texts.has(name.slice('utterances/'.length)));
  const own = new Map<string, string>();
  let known: string | undefined;
  return {
    shared: ({ service: { graphql, openapi } }) => {
      // A document may lie deeper than what is listed.
      const beside = new Set([...files.filter((name) => !/\.(?:ya?ml|chat)$/i.test(name)), graphql?.schema, openapi]);
      return (known ??= cache.keyOf(
        'folder',
        id,
        path,
        ...yaml.flatMap(({ name, text }) => (isOwn(name) ? [] : [name, text])),
        ...[...beside].flatMap((name) => (name === undefined ? [] : [name, folder.bytes(name) ?? ''])),
        'harmless',
        ...harmless,
      ));
    },
    own: ({ id: action, where: { file } }) => {
      const key =
        own.get(action) ??
        cache.keyOf(
          'own',
          action,
          file.path,
          file.text,
          texts.get(`utterances/${action}.yaml`) ?? '',
          folder.bytes(`${action}.chat`) ?? '',
        );
      own.set(action, key);
      return key;
    },
  };
}
