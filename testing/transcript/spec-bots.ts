import { parseDocument } from 'yaml';
import { remembering } from '../../generator/engine/engine';
import { pipeline, type Pipeline, type Prepared } from '../../generator/pipeline';
import type { Templates } from '../../generator/render/load';
import type { SpecFolder } from '../../generator/source/read';
import type { KoreBot } from '../../kore/format';
import { openBot, type OpenedBot } from '../../preview/open-bot';
import type { WantedBot } from './harness';

/** Thrown for a bot whose specs have errors; `prepared` has the diagnostics. */
export class SpecsError extends Error {
  readonly prepared: Prepared;
  constructor(prepared: Prepared) {
    super(`The specs of ${prepared.id} have errors.`);
    this.prepared = prepared;
  }
}

/**
 * Opens the bots that specs make, each form once, in memory: with other credentials or another audience it is made from the
 * same specs with that one setting of `bot.yaml` changed. Rejects with a `SpecsError`. `run` turns specs into a bot.
 */
export function specBots(
  folderOf: (integration: string) => SpecFolder,
  templates: Templates,
  run: Pipeline = pipeline(templates, remembering()),
): (wanted: WantedBot) => Promise<OpenedBot> {
  const prepared = new Map<string, Prepared>();
  const opened = new Map<string, OpenedBot>();
  const matchers: OpenedBot['matchers'] = new Map();
  const specs = ({ integration, credentials, audience }: WantedBot): Prepared => {
    const key = JSON.stringify([integration, credentials, audience]);
    const made = prepared.get(key) ?? run(withSettings(folderOf(integration), credentials, audience));
    prepared.set(key, made);
    return made;
  };
  return (wanted) => {
    const key = JSON.stringify([wanted.integration, wanted.target, wanted.credentials, wanted.audience]);
    const known = opened.get(key);
    if (known) return Promise.resolve(known);
    const made = specs(wanted);
    if (!made.koreBot) return Promise.reject(new SpecsError(made));
    // As the platform would read it from a file.
    const bot = openBot(JSON.parse(JSON.stringify(made.koreBot(wanted.target))) as KoreBot, matchers);
    opened.set(key, bot);
    return Promise.resolve(bot);
  };
}

function withSettings(folder: SpecFolder, credentials: string | undefined, audience: string | undefined): SpecFolder {
  if (credentials === undefined && audience === undefined) return folder;
  return {
    ...folder,
    yaml: folder.yaml.map((file) => {
      if (file.name !== 'bot.yaml') return file;
      const document = parseDocument(file.text);
      if (credentials !== undefined) document.setIn(['credentials', 'mode'], credentials);
      if (audience !== undefined) document.set('audience', audience);
      return { ...file, text: document.toString() };
    }),
  };
}
