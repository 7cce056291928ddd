import { documentOf, type ApiDocument } from '../../apis/openapi/document';
import type { Operation } from '../../apis/openapi/operations';
import { trimDocument } from '../../apis/openapi/trim';
import { createIntegrationFromDocument } from '../../generator/scaffold/openapi/create';
import type { SpecFolder } from '../../generator/source/read';
import { parseTranscripts } from '../../generator/transcript/parse';
import type { Target } from '../../kore/format';
import { printFailure } from '../../testing/transcript/failure';
import { runTranscript } from '../../testing/transcript/run';
import { specBots } from '../../testing/transcript/spec-bots';
import { templates } from '../build/specs';
import { CHECKS } from '../conversations/play-all';
import { sandbox } from '../sandbox';

/** How far an operation came on its way to a conversation, and what stopped it. */
export interface Tried {
  readonly stage: 'scaffold' | 'build' | 'play' | 'plays';
  readonly why: string;
}

const ID = 'tried';
const NONE: SpecFolder = { id: ID, path: `specs/${ID}`, yaml: [], files: [], transcripts: [], bytes: () => undefined };

/** Makes an integration of one operation, builds it and plays the transcript that comes with it against the stand-in. */
export async function tryOperation(
  document: ApiDocument,
  operation: Operation,
  target: Target = 'xo11',
): Promise<Tried> {
  const own = documentOf(trimDocument(document, [operation]));
  const chatOf = (action: string) => `${NONE.path}/${action}.chat`;
  const created = createIntegrationFromDocument(NONE, { document: own, operations: [operation] }, chatOf);
  const [problem] = created.problems;
  if (problem !== undefined) return { stage: 'scaffold', why: problem.message.replace(/^\S+ \S+: /, '') };
  // That an operation is deprecated is said, and is no fault of what was made from it.
  const finding = created.diagnostics.find(({ code }) => code !== 'document-deprecated');
  if (finding !== undefined) return { stage: 'build', why: `${finding.code}: ${finding.message}` };
  const files = new Map(created.files.map(({ path, text }) => [path, text]));
  const why = await playAll(files, target);
  return why === '' ? { stage: 'plays', why } : { stage: 'play', why };
}

async function playAll(files: ReadonlyMap<string, string>, target: Target): Promise<string> {
  const folder: SpecFolder = {
    ...NONE,
    yaml: [...files]
      .filter(([path]) => path.endsWith('.yaml'))
      .map(([path, text]) => ({ name: path.slice(NONE.path.length + 1), path, text })),
    bytes: (name) => {
      const text = files.get(`${NONE.path}/${name}`);
      return text === undefined ? undefined : Buffer.from(text);
    },
  };
  const readFile = (path: string): string => {
    const text = files.get(path);
    if (text === undefined) throw new Error(`there is no ${path}`);
    return text;
  };
  const openBot = specBots(() => folder, templates);
  for (const [path, text] of files) {
    if (!path.endsWith('.chat')) continue;
    for (const transcript of parseTranscripts(path, text)) {
      const failure = printFailure(
        await runTranscript(transcript, target, { openBot, readFile, checks: CHECKS, sandbox }),
      );
      if (failure !== '') return failure;
    }
  }
  return '';
}
