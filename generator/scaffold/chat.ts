import { isCarousel } from './reply-yaml';
import type { Draft } from './draft';

/** What a transcript needs besides the draft. */
export interface ChatFacts {
  /** The proposed utterances: the first marks every input. */
  readonly utterances: readonly string[];
  /** What bot.yaml says when the API asks for patience; undefined when that cannot be said in plain words. */
  readonly throttled?: string;
  /** A file of prepared answers beside the transcript, in place of the local store, with the variables that it needs. */
  readonly stub?: { readonly file: string; readonly env: Readonly<Record<string, string>> };
}

/** The skeleton of a transcript: conversations that pass at once, and say how to go on. */
export function chatSkeleton(draft: Draft, facts: ChatFacts): string {
  const examples = new Map(draft.inputs.map((i) => [i.name, i.example ?? i.choices?.[0] ?? '']));
  const said = (text: string) => text.replace(/\$\{(\w+)\}/g, (_, name: string) => examples.get(name) ?? name);
  const full = said(facts.utterances[0] ?? draft.title);
  const bare = facts.utterances.find((u) => !u.includes('${'));
  const [input] = draft.inputs;
  const settings = [
    ...(facts.stub ? [`@stub ${facts.stub.file}`] : []),
    ...Object.entries(facts.stub?.env ?? {}).map(([key, value]) => `@env ${key}=${value}`),
  ];
  const conversation = (name: string, ...turns: readonly string[]) =>
    [`== ${name}`, ...settings, ...turns, ''].join('\n');
  const paged = draft.request.kind === 'graphql' && draft.request.paging !== undefined;
  return [
    `# Conversations of ${draft.id}; npm test plays them. "*" stands for anything in a line, "..." for any lines.\n`,
    // A list with further pages answers in two messages, so how many there are is not known yet.
    paged
      ? '# Write down what it answers: npm run chat shows it.\n'
      : conversation(
          'answers',
          `user: ${full}`,
          '# Write down what it says: npm run chat shows it.',
          ...answerOf(draft),
        ),
    ...(input && bare !== undefined
      ? [
          conversation(
            'asks for what it needs',
            `user: ${bare}`,
            `bot: ${promptOf(input)}${input.choices ? '\n  ...' : ''}`,
          ),
        ]
      : []),
    ...(facts.throttled !== undefined && !facts.stub
      ? [conversation('is patient', '@store fault throttled', `user: ${full}`, `bot: ${facts.throttled}`)]
      : []),
  ].join('\n');
}

const promptOf = (input: Draft['inputs'][number]) =>
  `${input.question}${input.example === undefined ? '' : ` For example ${input.example}.`}`.replaceAll('*', '\\*');

/** A carousel's sentence is a message of its own. */
const answerOf = (draft: Draft): readonly string[] => (isCarousel(draft) ? ['bot: ...', 'bot: ...'] : ['bot: ...']);
