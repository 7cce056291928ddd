import { graphqlOffers } from '../apis/graphql/at-cursor';
import { scopesOfOperation } from '../apis/openapi/credentials';
import { filters, fittingFilters, type Filter } from '../generator/model/filters';
import type { Action, Bot } from '../generator/model/model';
import { outcomes, sharedOutcomes } from '../generator/model/outcomes';
import { dataAt } from '../generator/model/overlay';
import { actionIdOf } from '../generator/source/read';
import { baseOf, inWords, joined, partAt, stepsAt } from './answer-paths';
import type { Cursor } from './cursor';
import { apiOf, documentedOf, operationOf, type CursorContext } from './known';
import type { Completion } from './offer';
import { placeholderNames } from './placeholder-names';
import { documentedKeys } from './request-keys';
import { translatedKeys } from './translations';
import { ownValue } from '../kore/own-value';

/** What fits where the cursor stands. */
export function offersAt(cursor: Cursor, context: CursorContext): readonly Completion[] {
  const { path, typing, written } = cursor;
  if (cursor.block !== undefined)
    return path.at(-1) === 'graphql' ? ofQuery(cursor.block, context) : inText(written, path, context);
  if (context.name.startsWith('locales/') && typing === 'key') return translatedKeys(path, context);
  return typing === 'key' ? keysAt(path, cursor, context) : valuesAt(path, written, context);
}

const offer =
  (kind: Completion['kind'], says: string) =>
  (label: string): Completion => ({ label, kind, says });

const ofQuery = ({ text, offset }: NonNullable<Cursor['block']>, context: CursorContext): readonly Completion[] => {
  const schema = apiOf(context);
  return schema === undefined
    ? []
    : graphqlOffers(schema, text, offset).map(({ name, type, says }) => ({
        label: name,
        kind: 'graphql',
        says: says === '' ? type : `${type}. ${says}`,
      }));
};

function keysAt(path: readonly string[], { line }: Cursor, context: CursorContext): readonly Completion[] {
  const { action, bot } = context;
  const inputsOf = (one: Action | undefined) => (one?.inputs ?? []).map(({ name }) => inputOffer(name));
  if (path.at(-1) === 'with') return inputsOf(bot?.actions.find(({ id }) => id === startedIn(line)));
  switch (path.join('.')) {
    case 'reply':
      return outcomeOffers(context);
    case 'replies':
      return context.name === 'bot.yaml' ? sharedOutcomes.map(offer('word', 'an outcome that all actions share')) : [];
    case 'request.variables':
      return (operationOf(context)?.variables ?? []).map(({ name, type }) => offer('graphql', type)(name));
    case 'response.confirm':
      return inputsOf(action);
    default:
      return path.at(-1) === 'where' ? answerKeys(path, context) : documentedKeys(path, context);
  }
}

/** Below `where` keys are paths of the answer. */
function answerKeys(path: readonly string[], context: CursorContext): readonly Completion[] {
  const base = baseOf(path, context);
  return base === undefined ? [] : ofSteps('', base, context);
}

/** The action that the button in a line starts. */
export const startedIn = (line: string): string | undefined => /\baction:\s*([\w-]+)/.exec(line)?.[1];

const inputOffer = offer('input', 'an input of the action');

function valuesAt(path: readonly string[], written: string, context: CursorContext): readonly Completion[] {
  const last = path.at(-1);
  if (last === 'action') return actionOffers(context);
  if (last === 'scopes') return scopeOffers(context, /[\w-]*$/.exec(written)?.[0] ?? '');
  if (path.join('.') === 'service.graphql.version') return versionOffers(context);
  const base = baseOf(path, context);
  return base === undefined || written.includes('${') ? inText(written, path, context) : inPath(written, base, context);
}

/** Behind a path come filters; inside the quotes of a filter a path from the top, or a table of words. */
function inPath(written: string, base: string, context: CursorContext): readonly Completion[] {
  const [, filter, quoted] = /\b(\w+)\("([^"]*)$/.exec(written) ?? [];
  if (filter === 'words') return tableOffers(context.bot);
  if (quoted !== undefined) return ofSteps(quoted, /^(?:date|moneyIn)$/.test(filter ?? '') ? '' : base, context);
  const [, path = '', before] = /^([^|]*)\|(.*\|)?\s*\w*$/.exec(written) ?? [];
  if (!written.includes('|')) return ofSteps(written, base, context);
  const shape = before === undefined ? partAt(joined(base, path.trim()), context)?.shape : undefined;
  return fittingFilters('response', shape).map(filterOffer);
}

const ofSteps = (written: string, base: string, context: CursorContext): readonly Completion[] =>
  stepsAt(written.trim(), base, context).map(({ name, part }) => offer('path', inWords(part))(name));

/** Names inside `${`, and filters behind `|`. */
function inText(written: string, path: readonly string[], context: CursorContext): readonly Completion[] {
  const placeholder = /\$\{([^}]*)$/.exec(written)?.[1];
  if (placeholder === undefined) return [];
  if (!placeholder.includes('|')) return placeholderNames(path, context);
  return path[0] === 'request' ? fittingFilters('request').map(filterOffer) : [];
}

/** A filter with what it takes in brackets. */
export function filterOffer(label: string): Completion {
  const { says, args } = ownValue<Filter>(filters, label) ?? { says: '', args: [] };
  return offer('filter', args.length === 0 ? says : `${says}. Arguments: ${args.join(', ')}`)(label);
}

const tableOffers = (bot: Bot | undefined): readonly Completion[] =>
  [...(bot?.locales[0]?.texts.words ?? [])].map(([table, words]) =>
    offer('word', `words of bot.yaml for ${[...words.keys()].join(', ')}`)(table),
  );

/** Those that the request needs first, then those of other actions; what is being typed is none. */
function scopeOffers(context: CursorContext, typed: string): readonly Completion[] {
  const documented = documentedOf(context);
  const needed = operationOf(context)?.scopes ?? (documented ? scopesOfOperation(documented.operation) : []);
  const others = (context.bot?.actions ?? []).filter(({ id }) => id !== context.action?.id);
  return [
    ...needed.map(offer('word', 'the request of this action needs it')),
    ...[...new Set(others.flatMap(({ scopes }) => scopes))]
      .filter((scope) => !needed.includes(scope) && scope !== typed)
      .map(offer('word', 'other actions need it')),
  ];
}

function outcomeOffers({ action }: CursorContext): readonly Completion[] {
  const own = action?.outcomes.map(({ name }) => name) ?? [];
  const done = action?.writes === true ? ['done'] : [];
  return [
    ...own.map(offer('word', 'an outcome of this action')),
    ...[...done, ...outcomes.filter((name) => !own.includes(name))].map(offer('word', 'how an answer can end')),
  ];
}

function versionOffers({ bot, folder }: CursorContext): readonly Completion[] {
  const written = dataAt(bot?.where.file.data, ['service', 'graphql', 'schema']);
  const [before = '', after] = typeof written === 'string' ? written.split('${version}') : [];
  if (after === undefined) return [];
  return folder.files
    .filter((name) => name.startsWith(before) && name.endsWith(after))
    .map((name) =>
      offer('word', 'a version whose schema is here')(name.slice(before.length, name.length - after.length)),
    );
}

/** While a bot cannot be made, the files still say which actions there are. */
export function actionOffers({ bot, folder }: CursorContext): readonly Completion[] {
  if (!bot)
    return folder.yaml
      .filter(({ name }) => name !== 'bot.yaml' && !name.includes('/'))
      .map(({ name }) => offer('action', 'an action')(actionIdOf(name)));
  return bot.actions.map(({ id, inputs }) =>
    offer(
      'action',
      inputs.length === 0 ? 'asks for nothing' : `asks for ${inputs.map(({ name }) => name).join(', ')}`,
    )(id),
  );
}
