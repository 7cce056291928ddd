import type { Report } from '../diagnostics/diagnostic';
import { bodyTexts } from '../model/body';
import { filters, type Filter, type FilterName } from '../model/filters';
import { mayLack, namesOf } from '../model/input';
import { lookUpOf } from '../model/look-up';
import type { Action, GraphqlRequest, Phrase, RestRequest } from '../model/model';
import { phrasePieces } from '../model/phrase';
import { placeholders } from '../model/text';
import { placeholderPlace } from './places';
import type { SpecRule } from './rule';

/** Names under which a body holds a query. */
const QUERY = /(?:^|[_$.]|[a-z](?=[A-Z]))(?:q|query|filter|where|jql|soql|cql|search|sql|expression)$/i;

/** Inputs of which the platform or the author says what they may be. */
const TYPED: ReadonlySet<string> = new Set([
  'number',
  'date',
  'time',
  'datetime',
  'boolean',
  'choice',
  'id',
  'pattern',
]);

const QUOTING = Object.entries<Filter>(filters).flatMap(([name, { quotes }]) => (quotes ? [name] : []));

/**
 * What a person says is never a part of a query without a filter that quotes it: of a query parameter, or of a value of the
 * body that is one by its name. A filter that brings its own quotes does not stand in quotes.
 */
export const queriesAreSafe: SpecRule = (bot, report) => {
  for (const action of bot.actions)
    if (action.request.kind === 'rest')
      for (const phrase of queriesIn(action.request))
        for (const piece of phrasePieces(phrase)) partsAreQuoted(action, piece, report);
};

/** The texts of several parts that may be queries: in parameters, and in what has the name of one in the body. */
function queriesIn({ body, query }: RestRequest): readonly Phrase[] {
  const inBody = bodyTexts(body).map(({ phrase }) => phrase);
  const named = inBody.filter(({ where }) =>
    QUERY.test(String(where.path.findLast((step) => typeof step === 'string'))),
  );
  return [...query.values(), ...named].filter(({ text }) => text.length > 1);
}

/**
 * What may be left open is no part of a query: one that lacks a condition finds more than was asked for, or is none. A
 * parameter in pieces does without the piece. Of inputs that depend on a choice one is there, and the others are nothing.
 */
export const queriesAreWhole: SpecRule = (bot, report) => {
  for (const { request, inputs } of bot.actions) {
    const open = new Set(inputs.filter((input) => mayLack(input) && input.when === undefined).flatMap(namesOf));
    const texts = request.kind === 'rest' ? queriesIn(request) : variablesOf(request);
    for (const phrase of texts.filter(({ pieces }) => pieces === undefined))
      for (const one of placeholders(phrase.text))
        if (open.has(one.name))
          report(placeholderPlace(phrase, one), 'half-a-query', one.name, isParameter(request, phrase));
  }
};

const variablesOf = ({ variables }: GraphqlRequest): readonly Phrase[] =>
  [...variables.values()].flatMap((value) => (typeof value === 'object' && value.text.length > 1 ? [value] : []));

const isParameter = (request: Action['request'], phrase: Phrase) =>
  request.kind === 'rest' && [...request.query.values()].includes(phrase);

function partsAreQuoted(action: Action, { text, where }: Phrase, report: Report): void {
  const open = new Set(action.inputs.filter(({ type }) => !TYPED.has(type)).map(({ name }) => name));
  const isOpen = (name: string) => open.has(name.split('.')[0] ?? '') || lookUpOf(action, name) !== undefined;
  for (const [i, part] of text.entries()) {
    if (typeof part === 'string') continue;
    const place = placeholderPlace({ text, where }, part);
    const last = part.filters.at(-1)?.name;
    if (isOpen(part.name) && !isQuoting(last)) report(place, 'unsafe-query', part.name, QUOTING);
    if (last && QUOTED.has(last) && standsInQuotes(text, i)) report(place, 'quoted-twice', part.name, last);
  }
}

/** Whether nothing that a filter gives can change what a query asks for. */
function isQuoting(name: FilterName | undefined): boolean {
  if (name === undefined) return false;
  const filter: Filter = filters[name];
  return filter.quotes === true || filter.search === true || filter.gives === 'number';
}

const standsInQuotes = (text: Phrase['text'], i: number): boolean => {
  const [before, after] = [text[i - 1], text[i + 1]];
  return (typeof before === 'string' && /['"]$/.test(before)) || (typeof after === 'string' && /^['"]/.test(after));
};

const QUOTED: ReadonlySet<string> = new Set(['soql', 'jql', 'odata']);
