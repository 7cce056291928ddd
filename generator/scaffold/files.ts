import { posix } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic';
import type { Bot } from '../model/model';
import { placeholders, plainOf } from '../model/text';
import type { SpecFolder } from '../source/read';
import { actionYaml, utterancesYaml } from './action-yaml';
import { chatSkeleton } from './chat';
import type { Draft, DraftProblem } from './draft';
import { stubJson, variablesOf, withStub } from './integration-yaml';
import { readableBot } from './read-bot';
import { proposeUtterances, type Proposed } from './utterances';

/** A file to be written, relative to the project, with forward slashes. */
export interface NewFile {
  readonly path: string;
  readonly text: string;
  /** It exists already and gets an addition; every other file must be new. */
  readonly extends?: true;
}

/** What comes of a request: files, with what the build says about them; or the reasons why there are none. */
export interface Created {
  readonly files: readonly NewFile[];
  readonly diagnostics: readonly Diagnostic[];
  readonly problems: readonly DraftProblem[];
}

/** What a new action finds beside the specs. */
export interface TranscriptPlaces {
  /** Where its transcript goes. */
  readonly chat: string;
  /** The prepared answers of its integration, if it has some. */
  readonly stub?: string;
  /** The integration keeps an OpenAPI document, and what is made from that answers. */
  readonly documented?: true;
}

/** What people say already; what is proposed for one action is taken for the next. */
export type Taken = Set<string>;

/** The utterances that a bot has. */
export const takenIn = (bot: Bot | undefined): Taken =>
  new Set(bot ? bot.locales[0].actions.flatMap((a) => [...a.utterances, ...a.tests]).map(wordsOf) : []);

/** The spec of a drafted action, its transcript, and the prepared answers that this uses unless a document answers. */
export function actionFiles(
  id: string,
  draft: Draft,
  bot: Bot | undefined,
  { chat, stub, documented }: TranscriptPlaces,
  taken: Taken,
): readonly NewFile[] {
  const proposed = proposeUtterances(draft, (utterance) => taken.has(normal(utterance)));
  for (const one of [...proposed.utterances, ...proposed.tests]) taken.add(normal(one));
  const throttled = bot && plainThrottled(bot);
  const rest = draft.request.kind === 'rest' && documented !== true;
  const stubPath = `specs/${id}/stubs/${id}.json`;
  const text = chatSkeleton(draft, {
    utterances: proposed.utterances,
    ...(throttled === undefined ? {} : { throttled }),
    ...(rest
      ? {
          stub: {
            file: posix.relative(posix.dirname(chat), stubPath),
            env:
              bot && !bot.variables.some(({ key }) => key === variablesOf(id).subdomain)
                ? {}
                : { [variablesOf(id).subdomain]: 'example' },
          },
        }
      : {}),
  });
  return [
    ...specFiles(id, draft, proposed, bot),
    { path: chat, text },
    ...(rest && stub === undefined ? [{ path: stubPath, text: stubJson(draft) }] : []),
    ...(rest && stub !== undefined ? [{ path: stubPath, text: withStub(stub, draft), extends: true as const }] : []),
  ];
}

/** The spec; where other actions have a file with their utterances, what is held back goes into one, too. */
function specFiles(id: string, draft: Draft, proposed: Proposed, bot: Bot | undefined): readonly NewFile[] {
  const path = `specs/${id}/${draft.id}.yaml`;
  if (!bot || bot.utteranceFiles.length === 0 || proposed.tests.length === 0)
    return [{ path, text: actionYaml(draft, proposed) }];
  const said = utterancesYaml(bot.locales[0].language, proposed);
  return [
    { path, text: actionYaml(draft, { ...proposed, tests: [] }) },
    { path: `specs/${id}/utterances/${draft.id}.yaml`, text: said },
  ];
}

/** Runs the build's own checks over the folder with the new files in it; `before` is what they said without. */
export function checked(folder: SpecFolder, files: readonly NewFile[], before: readonly Diagnostic[]): Created {
  const inside = files.filter((f) => f.path.startsWith(`${folder.path}/`));
  const nameOf = ({ path }: NewFile) => path.slice(folder.path.length + 1);
  const added = inside
    .filter((f) => f.path.endsWith('.yaml'))
    .map((f) => ({ name: nameOf(f), path: f.path, text: f.text }));
  const others = new Map(inside.map((f) => [nameOf(f), Buffer.from(f.text)]));
  const kept = folder.yaml.filter(({ name }) => !others.has(name));
  const said = new Set(before.map(({ code, message }) => `${code} ${message}`));
  const { diagnostics } = readableBot({
    ...folder,
    yaml: [...kept, ...added].sort((a, b) => (a.name < b.name ? -1 : 1)),
    bytes: (name) => others.get(name) ?? folder.bytes(name),
  });
  // What the folder has had before is not about the new files.
  const news = diagnostics.filter((d) => !said.has(`${d.code} ${d.message}`));
  return { files, diagnostics: news, problems: [] };
}

function plainThrottled(bot: Bot): string | undefined {
  const text = bot.locales[0].texts.shared.get('throttled')?.text?.text ?? [];
  return placeholders(text).length === 0 && plainOf(text) !== '' ? plainOf(text) : undefined;
}

/** Words in small letters, as the check for doubled utterances compares them. */
const normal = (text: string) =>
  text
    .replace(/\$\{(\w+)\}/g, '$$$1')
    .toLowerCase()
    .split(/[^\p{L}\p{N}$_']+/u)
    .filter((w) => w !== '')
    .join(' ');

const wordsOf = (phrase: Bot['actions'][number]['title']) =>
  normal(phrase.text.map((part) => (typeof part === 'string' ? part : `\${${part.name}}`)).join(''));
