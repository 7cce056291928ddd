import { createContext, Script } from 'node:vm';
import { botOf, built, specsOf } from '../build/specs';
import type { SpecFolder } from '../../generator/source/read';

interface State {
  readonly outcome: string;
  readonly choices?: string;
  readonly body?: string;
}

/** What a script before a request makes of a message: the value that counts, and how it went on. */
export interface Read {
  readonly value: string | undefined;
  readonly state: State;
}

/** `others` are the entities that hold something already. */
export type Reader = (typed: string | undefined, taken: string, others?: Readonly<Record<string, string>>) => Read;

/** The scripts before the request of a built action, run on what was typed and what the platform took of it. */
export function readerOf(action: string, entity: string, folder: SpecFolder = specsOf('shopify')): Reader {
  const scripts = [`${action}Read`, `${action}Prepare`].map((name) => scriptOf(name, folder));
  return (typed, taken, others = {}) => {
    const context = contextOf({ ...others, [entity]: taken }, typed);
    for (const script of scripts) run(script, { context, env: { SHOPIFY_SUBDOMAIN: 'demo' } });
    return { value: context.entities[entity], state: context[action] as State };
  };
}

/** Whether the scripts after the request show a thing to somebody who asked for a value. */
export function showsTo(action: string, entity: string): (value: string, data: unknown) => boolean {
  const scripts = ['shopifyCheck', `${action}Answer`].map((name) => scriptOf(name, specsOf('shopify')));
  const service = `${action}Service`;
  return (value, data) => {
    const context = contextOf({ [entity]: value }, '');
    Object.assign(context, {
      [action]: { said: {} },
      called: { key: action, service, kind: 'graphql' },
      [service]: { response: { statusCode: 200, body: { data } } },
      currentLanguage: 'en',
    });
    const koreUtil = { moment: () => ({ tz: () => ({ format: () => '' }) }) };
    for (const script of scripts) run(script, { context, env: {}, koreUtil });
    return (context[action] as State).outcome === 'found';
  };
}

type Context = { entities: Record<string, string | undefined> } & Record<string, unknown>;

const contextOf = (entities: Context['entities'], typed: string | undefined): Context => ({
  entities,
  session: { BotUserSession: { lastMessage: { messagePayload: { message: { body: typed } } } } },
});

function scriptOf(name: string, folder: SpecFolder): Script {
  const components = built(botOf(folder), 'xo10').definition.dialogComponents;
  const text = components.find((component) => component.name === name)?.script;
  if (text === undefined) throw new Error(`no script ${name}`);
  return new Script(`(() => {\n${decodeURIComponent(text)}\n})()`);
}

function run(script: Script, globals: Readonly<Record<string, unknown>>): void {
  const session = { get: () => undefined, put: () => undefined };
  const koreDebugger = { log: () => undefined };
  script.runInContext(createContext({ ...globals, koreDebugger, BotUserSession: session, BotContext: session }));
}
