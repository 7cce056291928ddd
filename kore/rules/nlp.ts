import { at, items, numberAt, textAt, textsIn } from './item';
import { dangling, rule, textsAt } from './rule';

const LEARNS = new Set(['intent', 'entity']);

export const sentencesTrainIntents = rule(
  'sentences-train-intents (F1)',
  "A sentence's taskId is that of an intent component.",
  (bot) =>
    dangling("an intent component's _id", textsAt('taskId', bot.sentences), {
      has: (id) => textAt(bot.componentById.get(id) ?? { at: '', value: {} }, 'type') === 'intent',
    }),
);

export const annotationsLieInSentence = rule(
  'annotations-lie-in-sentence (F5)',
  'The entities of a sentence lie within it.',
  function* (bot) {
    for (const sentence of bot.sentences) {
      const length = textAt(sentence, 'sentence')?.length ?? 0;
      for (const entity of items(sentence, 'entities')) {
        const start = numberAt(entity, 'startIndex') ?? -1;
        const end = numberAt(entity, 'endIndex') ?? -1;
        if (!(start >= 0 && start <= end && end <= length))
          yield { where: entity.at, message: `${start}–${end} is not within ${length} characters` };
      }
    }
  },
);

export const patternsHaveComponents = rule(
  'patterns-have-components (F7)',
  "A pattern's refId is that of a component.",
  (bot) => dangling("a component's refId", textsAt('refId', bot.patterns), bot.componentByRef),
);

export const patternsRepeatComponent = rule(
  'patterns-repeat-component (F8)',
  'A pattern repeats the name and the type of its component.',
  function* (bot) {
    for (const pattern of bot.patterns) {
      const component = bot.componentByRef.get(textAt(pattern, 'refId') ?? '');
      if (component === undefined) continue;
      if (textAt(pattern, 'taskName') !== textAt(component, 'name'))
        yield {
          where: at(pattern, 'taskName'),
          message: `the component is called "${textAt(component, 'name') ?? ''}"`,
        };
      if (textAt(pattern, 'taskType') !== textAt(component, 'type'))
        yield {
          where: at(pattern, 'taskType'),
          message: `the component is of type "${textAt(component, 'type') ?? ''}"`,
        };
    }
  },
);

export const learnersHavePatterns = rule(
  'learners-have-patterns (F9)',
  'Each intent and entity component, and no other, has one entry in patterns.',
  function* (bot) {
    const count = new Map<string, number>();
    for (const { text: refId } of textsAt('refId', bot.patterns)) count.set(refId, (count.get(refId) ?? 0) + 1);
    for (const component of bot.components) {
      const found = count.get(textAt(component, 'refId') ?? '') ?? 0;
      const expected = LEARNS.has(textAt(component, 'type') ?? '') ? 1 : 0;
      if (found !== expected) yield { where: component.at, message: `${found} patterns entries, not ${expected}` };
    }
  },
);

export const mlIntentsAreDialogs = rule(
  'ml-intents-are-dialogs (F10)',
  "The dialogIntents of mlParams are dialogs' refIds.",
  function* (bot) {
    for (const params of items(bot.definition, 'mlParams'))
      yield* dangling("a dialog's refId", textsIn(params, 'dialogIntents'), bot.dialogByRef);
  },
);
