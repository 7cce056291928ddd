import { filters } from '../model/filters';
import { namesOf } from '../model/input';
import type { Report } from '../diagnostics/diagnostic';
import { bodyTexts } from '../model/body';
import { foundNames, lookUps } from '../model/look-up';
import type { Action, Bot, Phrase } from '../model/model';
import { placeholders, type Placeholder } from '../model/text';
import type { SpecRule } from './rule';
import { botPhrases, phrasesOf, singleFields, type SeenPlaceholder } from './phrases';
import { placeholderPlace, wordPlace, wordPlaceIn } from './places';
import { outsideOf, requestPhrases } from '../model/request-phrases';

/** Every placeholder names something that is known where it stands, and filters stand where they work. */
export const placeholdersExist: SpecRule = (bot, report) => {
  const check = ({ phrase, known }: SeenPlaceholder) => {
    dollarsStand(phrase, known, report);
    for (const placeholder of placeholders(phrase.text)) {
      if (!known.includes(placeholder.name))
        report(placeholderPlace(phrase, placeholder), 'unknown-placeholder', placeholder.name, known);
      const [filter] = placeholder.filters;
      if (filter) report(wordPlaceIn(phrase, placeholder, filter.name), 'filter-not-here', filter.name, 'text');
    }
  };
  for (const locale of bot.locales) {
    botPhrases(locale).forEach(check);
    locale.actions.flatMap(phrasesOf).forEach(check);
  }
  for (const action of bot.actions) {
    for (const one of [...lookUps(action), action]) requestPlaceholdersExist(bot, one, report);
    for (const field of [...lookUps(action), action].flatMap(({ response }) => singleFields(response.fields))) {
      const wrong = field.filters.find((use) => filters[use.name].for !== 'response');
      if (wrong) report(wordPlace(field.where, wrong.name), 'filter-not-here', wrong.name, 'response');
    }
  }
};

function requestPlaceholdersExist(bot: Bot, action: Action, report: Report): void {
  const inputs = [...action.inputs.flatMap(namesOf), ...foundNames(action)];
  const variables = bot.variables.map(({ key }) => `env.${key}`);
  const items = itemPhrases(action);
  const here = action.request.kind === 'rest' ? [...inputs, 'once'] : inputs;
  for (const phrase of requestPhrases(action)) {
    const known = items.has(phrase) ? [...here, 'item'] : here;
    dollarsStand(phrase, inputs, report);
    for (const placeholder of placeholders(phrase.text)) {
      const { name, filters: uses } = placeholder;
      const wrong = inputs.includes(name) ? uses.find((use) => filters[use.name].for !== 'request') : uses[0];
      const outside = outsideOf(name);
      const isKnown = outside ? outside.from === 'session' || variables.includes(name) : known.includes(name);
      if (!isKnown)
        report(placeholderPlace(phrase, placeholder), 'unknown-placeholder', name, outside ? variables : known);
      else if (wrong) filterIsWrong(phrase, placeholder, wrong.name, inputs.includes(name), report);
    }
  }
}

const filterIsWrong = (phrase: Phrase, placeholder: Placeholder, filter: string, isInput: boolean, report: Report) =>
  report(wordPlaceIn(phrase, placeholder, filter), 'filter-not-here', filter, isInput ? 'request' : placeholder.name);

/** The texts of a body that stand in the items of a list. */
const itemPhrases = ({ request }: Action): ReadonlySet<Phrase> =>
  new Set(
    bodyTexts(request.kind === 'rest' ? request.body : undefined).flatMap(({ phrase, inItem }) =>
      inItem ? [phrase] : [],
    ),
  );

/** A name behind a dollar without braces is a placeholder that was meant. */
function dollarsStand(phrase: Phrase, known: readonly string[], report: Report): void {
  for (const part of phrase.text) {
    if (typeof part !== 'string') continue;
    for (const [written, name = ''] of part.matchAll(/(?<![\w$])\$([A-Za-z_]\w*)/g))
      if (known.includes(name)) report(wordPlace(phrase.where, written), 'dollar-name', name);
  }
}
