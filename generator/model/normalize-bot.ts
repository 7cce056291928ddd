import { normalizeAnswers } from './answers';
import { agentButton, agentTexts, handOverOf } from './agent';
import type { Credentials } from './credentials';
import type { BotTexts, Phrase, Service } from './model';
import { usedVariables, variablesOfModes } from './normalize-credentials';
import { defined, normalizeReply } from './normalize-reply';
import { sharedOutcomes, type SharedOutcome } from './outcomes';
import type { Reader } from './reader';
import type { ScaffoldHints } from './scaffold-hints';
import type { Variable } from './variable';
import type { WrittenBot } from './written/bot';

/** What a shopper reads that belongs to no single action. */
export function normalizeBotTexts(read: Reader, written: WrittenBot, language: string): BotTexts {
  const reply = (outcome: SharedOutcome) =>
    normalizeReply(read, ['replies', outcome], written.replies[outcome] ?? read.sentences.refused);
  const { welcome, fallback } = written;
  const agent = agentTexts(read, written, language);
  const toPerson = agent && handOverOf(written)?.fallback === true ? [agentButton(agent)] : [];
  return defined({
    name: read.phrase(['name'], written.name),
    description: read.phrase(['description'], written.description),
    shared: new Map(sharedOutcomes.map((outcome) => [outcome, reply(outcome)])),
    taskFailure: read.phrase(['replies', 'task-failure'], written.replies['task-failure']),
    onward: onwardReply(read, written),
    welcome: {
      reply: normalizeReply(read, ['welcome'], {
        text: welcome.text,
        ...(welcome.buttons ? { buttons: welcome.buttons } : {}),
      }),
      title: read.phrase(['welcome', 'title'], welcome.title, read.sentences.menu),
      description: read.phrase(['welcome', 'description'], welcome.description, read.sentences.menuDescription),
      utterances: (welcome.utterances ?? []).map((text, i) => read.phrase(['welcome', 'utterances', i], text)),
    },
    fallback: fallback.texts.map((text, i) => {
      const reply = normalizeReply(read, ['fallback'], {
        text,
        ...(fallback.buttons && { buttons: fallback.buttons }),
      });
      const buttons = [...reply.buttons, ...(reply.buttons.some((b) => b.agent) ? [] : toPerson)];
      const look = buttons.length > 0 ? 'buttons' : reply.look;
      return { ...reply, look, buttons, text: read.phrase(['fallback', 'texts', i], text) };
    }),
    agent,
    answers: normalizeAnswers(read, written.answers),
    words: new Map(
      Object.entries(written.words ?? {}).map(([table, words]) => [table, new Map(Object.entries(words))]),
    ),
  });
}

/** The buttons below the sentences that say why there is no answer. */
const onwardReply = (read: Reader, { replies }: WrittenBot) =>
  replies.buttons && normalizeReply(read, ['replies'], { text: replies['task-failure'], buttons: replies.buttons });

/** Where requests go. */
export function normalizeService(read: Reader, written: WrittenBot): Service {
  const { service } = written;
  const version = service.graphql?.version ?? '';
  const withVersion = (text: string) => text.replaceAll('${version}', version);
  const graphql = service.graphql && {
    path: withVersion(service.graphql.path),
    version,
    schema: service.graphql.schema === undefined ? undefined : withVersion(service.graphql.schema),
    where: read.where(['service', 'graphql']),
  };
  const headers = Object.entries(service.headers ?? {}).map(
    ([name, value]) => [name, read.phrase(['service', 'headers', name], value)] as const,
  );
  return defined({
    host: read.phrase(['service', 'host'], service.host),
    path: service.path === undefined ? undefined : read.phrase(['service', 'path'], service.path.replace(/\/+$/, '')),
    headers: new Map<string, Phrase>(headers),
    timeout: service.timeout ?? 20,
    graphql: graphql && defined(graphql),
    openapi: service.openapi,
  });
}

/** What a scaffold knows of the API; nothing when nothing is said. */
export const normalizeScaffold = ({ scaffold = {} }: WrittenBot): ScaffoldHints => ({
  searches: new Map(Object.entries(scaffold.searches ?? {})),
  visible: new Map(Object.entries(scaffold.visible ?? {})),
});

/** The variables that this bot really uses: those of other credentials modes are not exported. */
export function normalizeVariables(
  read: Reader,
  written: WrittenBot,
  service: Service,
  credentials: Credentials,
): readonly Variable[] {
  const ofModes = variablesOfModes(written);
  const used = new Set(usedVariables(service, credentials));
  return Object.entries(written.variables ?? {})
    .filter(([key]) => !ofModes.has(key) || used.has(key))
    .map(([key, v]) =>
      defined({
        key,
        hint: v.hint,
        value: v.value ?? '',
        secret: v.secret ?? false,
        pattern: v.pattern,
        where: read.where(['variables', key]),
      }),
    );
}
