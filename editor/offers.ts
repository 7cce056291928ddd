import type { Action, Bot } from '../generator/model/model';
import { filters, type Filter } from '../generator/model/filters';
import { actionIdOf, type SpecFolder } from '../generator/source/read';

/** Something that fits at a place: what is written, what kind of thing it is, and what is said about it. */
export interface Offer {
  readonly label: string;
  readonly kind: 'filter' | 'input' | 'field' | 'action';
  readonly says: string;
}

/** A word that an author points at, and where in the line it stands. */
export interface Pointed {
  readonly kind: Offer['kind'] | 'placeholder';
  readonly word: string;
  readonly start: number;
  readonly end: number;
}

/** What fits before the cursor: names inside `${`, filters behind `|`, actions behind `action:`. */
export function offersAt(before: string, path: string, folder: SpecFolder, bot: Bot | undefined): readonly Offer[] {
  if (/\baction:\s*[\w-]*$/.test(before)) return actionOffers(folder, bot);
  const placeholder = /\$\{([^}]*)$/.exec(before)?.[1];
  const isMapping = placeholder === undefined && /^\s*[\w-]+:[^'"#]*\|\s*\w*$/.test(before);
  if (isMapping || placeholder?.includes('|') === true) return filterOffers(isMapping ? 'response' : undefined);
  return placeholder === undefined ? [] : nameOffers(actionAt(path, bot));
}

/** What is pointed at in a line. */
export function pointedAt(line: string, column: number): Pointed | undefined {
  const found = [...line.matchAll(/[A-Za-z][\w-]*/g)].find(
    ({ index, 0: word }) => index <= column && column <= index + word.length,
  );
  if (!found) return undefined;
  const [word] = found;
  const place = { word, start: found.index, end: found.index + word.length };
  const before = line.slice(0, found.index);
  if (/\baction:\s*$/.test(before)) return { ...place, kind: 'action' };
  if (/\|\s*$/.test(before) && word in filters) return { ...place, kind: 'filter' };
  return /\$\{\s*$/.test(before) ? { ...place, kind: 'placeholder' } : undefined;
}

/** What is said about something that is pointed at. */
export function explained({ kind, word }: Pointed, path: string, bot: Bot | undefined): string | undefined {
  const offers =
    kind === 'filter' ? filterOffers(undefined) : kind === 'action' ? actionsOf(bot) : nameOffers(actionAt(path, bot));
  const offer = offers.find(({ label }) => label === word);
  return offer && `\`${offer.label}\` (${offer.kind}): ${offer.says}`;
}

/** The action whose spec a file is. */
const actionAt = (path: string, bot: Bot | undefined): Action | undefined =>
  bot?.actions.find(({ id }) => id === actionIdOf(path));

const filterOffers = (place: Filter['for'] | undefined): readonly Offer[] =>
  Object.entries<Filter>(filters)
    .filter(([, filter]) => place === undefined || filter.for === place)
    .map(([label, { says, args }]) => ({
      label,
      kind: 'filter',
      says: args.length === 0 ? says : `${says} Arguments: ${args.join(', ')}`,
    }));

const nameOffers = (action: Action | undefined): readonly Offer[] => [
  ...(action?.inputs ?? []).map((input): Offer => ({
    label: input.name,
    kind: 'input',
    says: 'what the action asks for',
  })),
  ...(action?.response.fields ?? []).map(({ name: label }): Offer => ({
    label,
    kind: 'field',
    says: 'a value of the answer',
  })),
];

const actionsOf = (bot: Bot | undefined): readonly Offer[] =>
  (bot?.actions ?? []).map(({ id, inputs }) => ({
    label: id,
    kind: 'action',
    says: inputs.length === 0 ? 'asks for nothing' : `asks for ${inputs.map(({ name }) => name).join(', ')}`,
  }));

/** While a bot cannot be made, the files still say which actions there are. */
function actionOffers(folder: SpecFolder, bot: Bot | undefined): readonly Offer[] {
  if (bot) return actionsOf(bot);
  const names = folder.yaml.map(({ name }) => name).filter((name) => name !== 'bot.yaml' && !name.includes('/'));
  return names.map((name) => ({ label: actionIdOf(name), kind: 'action', says: 'an action' }));
}
