import type { Action, Bot, Phrase, Locale } from '../model/model';
import type { Placeholder } from '../model/text';
import { objectId } from './ids';
import type { PlacedComponent, PlacedDialog } from './layout';
import { names } from '../model/names';
import { piece, type Piece, type PlanValue } from './plan';

/** A training utterance with its marks: what stands where an input is, and from where to where. */
interface Annotated {
  readonly sentence: string;
  readonly marks: readonly { readonly input: string; readonly startIndex: number; readonly endIndex: number }[];
}

/** Puts an example in place of each mark and remembers where. Annotations count UTF-16 units; the end is exclusive. */
export function annotate(utterance: Phrase, exampleOf: (mark: Placeholder) => string): Annotated {
  let sentence = '';
  const marks: { input: string; startIndex: number; endIndex: number }[] = [];
  for (const part of utterance.text) {
    if (typeof part === 'string') {
      sentence += part;
      continue;
    }
    const example = exampleOf(part);
    marks.push({ input: part.name, startIndex: sentence.length, endIndex: sentence.length + example.length });
    sentence += example;
  }
  return { sentence, marks };
}

/** What stands for an input in a training utterance. */
export const exampleOf = (action: Action) => (mark: Placeholder) => {
  const input = action.inputs.find((i) => i.name === mark.name);
  return input?.example ?? input?.choices[0]?.title ?? mark.name;
};

/** What starts a dialog: an action, or what a language has for it. */
export type StartedBy = Action | ((locale: Locale) => readonly Phrase[]);

/** The training utterances of a dialog in every language. Their ids follow their order, not their words. */
export function trainingUtterances(bot: Bot, dialog: PlacedDialog, by: StartedBy): readonly Piece[] {
  const intent = dialog.components.find((c) => c.type === 'intent');
  return bot.locales.flatMap((locale) => {
    const own = typeof by === 'function' ? undefined : (locale.actions.find((a) => a.id === by.id) ?? by);
    const said = typeof by === 'function' ? by(locale) : (own?.utterances ?? []);
    return said.map((utterance, i) => {
      const { sentence, marks } = annotate(utterance, own ? exampleOf(own) : (mark) => mark.name);
      const entityId = (input: string) =>
        dialog.components.find((c) => own && c.name === names.entity(own.id, input))?.id ?? '';
      return piece('sentence', {
        id: objectId(`${dialog.flow.key}/utterance/${locale.language}/${i}`),
        task: intent?.id ?? '',
        sentence,
        taskName: intent?.name ?? '',
        entities: marks.map(({ input, startIndex, endIndex }): PlanValue => ({
          startIndex,
          endIndex,
          entityId: entityId(input),
        })),
        language: locale.language,
      });
    });
  });
}

type Listed = readonly Pick<PlacedComponent, 'refId' | 'name' | 'type'>[];

/** One entry for every intent and entity, also without patterns: so it is in every real export. */
export const patterns = (languages: readonly string[], components: Listed): readonly Piece[] =>
  components
    .filter((c) => c.type === 'intent' || c.type === 'entity')
    .map((c) =>
      piece('pattern', {
        refId: c.refId,
        name: c.name,
        type: c.type,
        localeData: Object.fromEntries(languages.map((l) => [l, {}])),
      }),
    );
