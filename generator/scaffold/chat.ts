import { confirmQuestion, isWrite, repeatedInputs, showsExample, SKIP, yesOf } from './confirm';
import { isCarousel } from './reply-yaml';
import type { Draft, DraftInput } from './draft';

/** What a transcript needs besides the draft. */
export interface ChatFacts {
  /** The proposed utterances: the first marks inputs. */
  readonly utterances: readonly string[];
  /** What bot.yaml says when the API asks for patience; undefined when that cannot be said in plain words. */
  readonly throttled?: string;
  /** A file of prepared answers beside the transcript, in place of the local store, with the variables that it needs. */
  readonly stub?: { readonly file: string; readonly env: Readonly<Record<string, string>> };
}

/** The skeleton of a transcript: conversations that pass at once, and say how to go on. */
export function chatSkeleton(draft: Draft, facts: ChatFacts): string {
  const settings = [
    ...(facts.stub ? [`@stub ${facts.stub.file}`] : []),
    ...Object.entries(facts.stub?.env ?? {}).map(([key, value]) => `@env ${key}=${value}`),
  ];
  const conversation = (name: string, ...turns: readonly string[]) =>
    [`== ${name}`, ...settings, ...turns, ''].join('\n');
  return [
    `# Conversations of ${draft.id}; npm run check plays them. "*" stands for anything in a line, "..." for any lines.\n`,
    ...(isWrite(draft) ? writing(draft, facts, conversation) : reading(draft, facts, conversation)),
  ].join('\n');
}

/** A sentence that says nothing but what is wanted: none with a word that is one of the choices. */
function bareOf({ inputs }: Draft, { utterances }: ChatFacts): string | undefined {
  const bare = utterances.filter((u) => !u.includes('${'));
  return bare.find((u) => !inputs.some((input) => answersIn(input, u))) ?? bare[0];
}

/** Whether a sentence holds a choice: it is not asked for then. */
const answersIn = ({ choices = [] }: DraftInput, sentence: string): boolean => {
  const words = ` ${sentence.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return choices.some((one) => words.includes(` ${one.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ')} `));
};

type Conversation = (name: string, ...turns: readonly string[]) => string;

function reading(draft: Draft, facts: ChatFacts, conversation: Conversation): readonly string[] {
  const examples = new Map(draft.inputs.map((input) => [input.name, answerTo(input)]));
  const said = (text: string) => text.replace(/\$\{(\w+)\}/g, (_, name: string) => examples.get(name) ?? name);
  const full = said(facts.utterances[0] ?? draft.title);
  const bare = bareOf(draft, facts);
  const [input, ...others] = draft.inputs;
  const paged = draft.request.kind === 'graphql' && draft.request.paging !== undefined;
  // Of several answers each is given when it is asked for: nobody says them all at once.
  const turns = bare !== undefined && others.length > 0 ? asked(draft, bare) : [`user: ${full}`];
  const hint = '# Write down what it says: npm run chat shows it.';
  return [
    // A list with further pages answers in two messages, so how many there are is not known yet.
    paged
      ? '# Write down what it answers: npm run chat shows it.\n'
      : conversation('answers', ...turns, hint, ...answerOf(draft)),
    ...(input && bare !== undefined && others.length === 0
      ? [conversation('asks for what it needs', `user: ${bare}`, ...promptLines(input))]
      : []),
    ...(facts.throttled !== undefined && !facts.stub
      ? [conversation('is patient', '@store fault throttled', ...turns, `bot: ${facts.throttled}`, '  ...')]
      : []),
  ];
}

/** What writes is asked for first, and sent once. */
function writing(draft: Draft, facts: ChatFacts, conversation: Conversation): readonly string[] {
  const bare = bareOf(draft, facts) ?? draft.title;
  const question = [`bot: ${questionLine(draft, bare)}`, '  ...'];
  return [
    conversation(
      'does it after a yes',
      ...asked(draft, bare),
      ...question,
      '@calls 0',
      `click: ${yesOf(draft)}`,
      '# Write down what it says: npm run chat shows it.',
      'bot: ...',
      '@calls 1',
    ),
    conversation(
      'leaves it after a no',
      ...asked(draft, bare),
      ...question,
      'user: no',
      'bot: All right, nothing was sent.',
      '@calls 0',
    ),
  ];
}

/** A sentence that says nothing but what is wanted, and an answer to every question. */
const asked = ({ inputs }: Draft, bare: string): readonly string[] => [
  `user: ${bare}`,
  ...inputs
    .filter((input) => !answersIn(input, bare))
    .flatMap((input) => [...promptLines(input), `user: ${answerTo(input)}`]),
];

/** The question with what the person said: dates and numbers may be written otherwise then. */
const questionLine = (draft: Draft, bare: string): string => {
  const plain = new Map(
    repeatedInputs(draft).map((input) => [
      input.name,
      isSaidAsIs(input) && !answersIn(input, bare) ? answerTo(input) : '*',
    ]),
  );
  const text = confirmQuestion(draft).split(/(\$\{\w+\})/);
  return text.map((part) => (part.startsWith('${') ? (plain.get(part.slice(2, -1)) ?? '*') : part)).join('');
};

/** Signs that mean something elsewhere are replaced in messages, and dates and numbers are written anew. */
const isSaidAsIs = (input: DraftInput): boolean =>
  ['choice', 'pattern', 'id'].includes(input.type) && !input.many && /^[A-Za-z\d ]+$/.test(answerTo(input));

const answerTo = (input: DraftInput): string => (input.optional ? SKIP : (input.example ?? input.choices?.[0] ?? ''));

const promptLines = (input: DraftInput): readonly string[] => {
  const shown = showsExample(input) ? ` For example ${input.example ?? ''}.` : '';
  const hasButtons = input.choices !== undefined || input.optional === true || input.type === 'boolean';
  return [`bot: ${`${input.question}${shown}`.replaceAll('*', '\\*')}`, ...(hasButtons ? ['  ...'] : [])];
};

/** A carousel's sentence is a message of its own. */
const answerOf = (draft: Draft): readonly string[] => (isCarousel(draft) ? ['bot: ...', 'bot: ...'] : ['bot: ...']);
