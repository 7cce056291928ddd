import type { Path } from '../source/yaml';
import type { Answer, BotTexts, Phrase, Reply } from './model';
import { normalizeReply } from './normalize-reply';
import type { Reader } from './reader';
import { plainOf } from './text';
import type { WrittenAnswer } from './written/answers';

/** What a bot says without a request: greetings, thanks, questions that it cannot answer. In the order of `bot.yaml`. */
export const normalizeAnswers = (
  read: Reader,
  written: Readonly<Record<string, WrittenAnswer>> = {},
): readonly Answer[] =>
  Object.entries(written).map(([id, answer]) => {
    const at: Path = ['answers', id];
    const list = (key: 'utterances' | 'tests') =>
      (answer[key] ?? []).map((text, i) => read.phrase([...at, key, i], text));
    return {
      id,
      title: read.phrase([...at, 'title'], answer.title),
      description: read.phrase([...at, 'description'], answer.description),
      utterances: list('utterances'),
      tests: list('tests'),
      untilAgent: answer.untilAgent ?? false,
      leaves: answer.leaves ?? false,
      reply: normalizeReply(read, at, {
        text: answer.text,
        ...(answer.buttons ? { buttons: answer.buttons } : {}),
      }),
    };
  });

/**
 * The answers with what `said` adds to each. Where people take over, the answers that stand in for them give their
 * sentences to the hand-over, each once.
 */
export function settleAnswers(texts: BotTexts, said: (answer: Answer) => Answer): BotTexts {
  const answers = texts.answers.map(said);
  const { agent } = texts;
  if (!agent) return { ...texts, answers };
  const standIns = answers.filter(({ untilAgent }) => untilAgent);
  const known = new Set(agent.utterances.map(wordsOf));
  const fresh = (phrase: Phrase) => !known.has(wordsOf(phrase)) && known.add(wordsOf(phrase)) !== undefined;
  return {
    ...texts,
    answers: answers.filter(({ untilAgent }) => !untilAgent),
    agent: {
      ...agent,
      utterances: [...agent.utterances, ...standIns.flatMap(({ utterances }) => utterances).filter(fresh)],
      tests: standIns.flatMap(({ tests }) => tests).filter(fresh),
    },
  };
}

const wordsOf = ({ text }: Phrase) => plainOf(text).toLowerCase();

/** Every reply that belongs to no single action. */
export const ownReplies = ({ welcome, fallback, shared, onward, answers }: BotTexts): readonly Reply[] => [
  welcome.reply,
  ...(onward ? [onward] : []),
  ...fallback,
  ...shared.values(),
  ...answers.map(({ reply }) => reply),
];
