import type { Path } from '../source/yaml';
import type { Answer, BotTexts, Reply } from './model';
import { normalizeReply } from './normalize-reply';
import type { Reader } from './reader';
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
      reply: normalizeReply(read, at, {
        text: answer.text,
        ...(answer.buttons ? { buttons: answer.buttons } : {}),
      }),
    };
  });

/** Every reply that belongs to no single action. */
export const ownReplies = ({ welcome, fallback, shared, answers }: BotTexts): readonly Reply[] => [
  welcome.reply,
  ...fallback,
  ...shared.values(),
  ...answers.map(({ reply }) => reply),
];
