import { Script } from 'node:vm';
import { build } from '../../generator/build';
import { FIXTURES, templates } from '../build/specs';
import { readBack } from '../fuzz/judge';

/** What a message says: a text, or a template of the web chat. */
export type Said = { readonly text: string } | { readonly type: 'template'; readonly payload: unknown };

/** What fills a message: as many texts as it has places for, and where its pictures and links lead. */
export interface Filling {
  readonly texts: readonly string[];
  readonly picture: string;
  readonly address: string;
}

/** A compiled message of the bot `looks`, in one channel. */
export interface Look {
  readonly name: string;
  readonly say: (filling: Filling) => Said;
}

/** Things in every list. */
const THINGS = 4;

/** Texts that one message takes: three words, and two of each thing. */
export const PLACES = 3 + 2 * THINGS;

/** Every look in every channel, as the zip has it: `test/fixtures/specs/looks` holds one action for each. */
export async function compiledLooks(): Promise<readonly Look[]> {
  const { files = [] } = await build(FIXTURES, 'looks', templates);
  const { definition } = await readBack(files, 'looks-xo10.zip');
  const components = definition.dialogComponents as readonly Compiled[];
  const known = new Map(components.map((one) => [one._id, one]));
  /** The scripts of a dialog, in the order of its steps. */
  const scriptsOf = (action: string) => {
    const dialogs = (definition.dialogs as readonly Dialog[]).map(({ nodes }) =>
      nodes.flatMap(({ nodes: inner = [] }) => inner.flatMap(({ componentId }) => known.get(componentId) ?? [])),
    );
    const own = dialogs.find((parts) => parts.some(({ name }) => name === `${action}Answer`)) ?? [];
    return own.flatMap(({ script }) => (script === undefined ? [] : [decodeURIComponent(script)]));
  };
  const found = components.flatMap(({ name, message = [] }) => {
    const action = name.replace(/(Found|FoundText)$/, '');
    if (action === name) return [];
    const before = scriptsOf(action).map(runner);
    return message.flatMap(({ channel, localeData }) => {
      const { text, type } = localeData['en'] ?? {};
      const script = type === 'uxmap' && text !== undefined ? decodeURIComponent(text) : '';
      if (!/const \{[^}]*answer/.test(script)) return [];
      return [{ name: `${name} (${channel})`, say: sayer(action, [...before, runner(script)]) }];
    });
  });
  if (found.length < 14) throw new Error(`there are ${found.length} messages`);
  return found;
}

interface Dialog {
  readonly nodes: readonly { readonly nodes?: readonly { readonly componentId: string }[] }[];
}

interface Compiled {
  readonly _id: string;
  readonly name: string;
  readonly script?: string;
  readonly message?: readonly Message[];
}

interface Message {
  readonly channel: string;
  readonly localeData: Readonly<Record<string, { readonly text: string; readonly type: string }>>;
}

/** A script as the platform runs it: the body of a function that sees the conversation and `print`. */
const runner = (script: string) =>
  new Script(
    `(function (context, print, env, BotUserSession, BotContext, koreDebugger) {${script}\n})`,
  ).runInThisContext() as Run;

/** Plays what an action says: its scripts, with the answer there from the beginning, then the message. */
function sayer(action: string, scripts: readonly Run[]): Look['say'] {
  return (filling) => {
    let said = '';
    const entities = { [`${action}Words`]: filling.texts[2 % filling.texts.length] };
    const response = { statusCode: 200, body: { data: bodyOf(filling) } };
    const context = { entities, session: { BotUserSession: {}, BotContext: {} }, [`${action}Service`]: { response } };
    const session = { get: () => undefined, put: () => undefined, delete: () => undefined };
    for (const run of scripts)
      run(context, (text) => void (said = text), {}, session, session, { log: () => undefined });
    return said.startsWith('{') ? (JSON.parse(said) as Said) : { text: said };
  };
}

type Run = (context: object, print: (text: string) => void, ...rest: readonly object[]) => void;

function bodyOf({ texts, picture, address }: Filling) {
  const at = (i: number) => texts[i % texts.length] ?? '';
  const things = Array.from({ length: THINGS }, (_, i) => ({ c: at(3 + 2 * i), d: at(4 + 2 * i), address, picture }));
  return { a: at(0), b: at(1), address, picture, things };
}
