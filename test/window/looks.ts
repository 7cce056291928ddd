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
  const found = definition.dialogComponents.flatMap((component) => {
    const { message = [] } = component as { message?: readonly Message[] };
    return message.flatMap(({ channel, localeData }) => {
      const { text, type } = localeData['en'] ?? {};
      const script = type === 'uxmap' && text !== undefined ? decodeURIComponent(text) : '';
      return /const \{[^}]*answer/.test(script) ? [{ name: `${nameIn(script)} (${channel})`, say: sayer(script) }] : [];
    });
  });
  if (found.length < 14) throw new Error(`there are ${found.length} messages`);
  return found;
}

interface Message {
  readonly channel: string;
  readonly localeData: Readonly<Record<string, { readonly text: string; readonly type: string }>>;
}

const nameIn = (script: string) => /\/\/ (\w+)/.exec(script)?.[1] ?? '';

/** Runs a script as the platform does: as the body of a function that sees `context` and `print`. */
function sayer(script: string): Look['say'] {
  const run = new Script(`(function (context, print) {${script}\n})`).runInThisContext() as Run;
  return (filling) => {
    let said = '';
    const state = stateOf(filling);
    const context = new Proxy({}, { get: () => state });
    run(context, (text) => void (said = text));
    return said.startsWith('{') ? (JSON.parse(said) as Said) : { text: said };
  };
}

type Run = (context: object, print: (text: string) => void) => void;

function stateOf({ texts, picture, address }: Filling) {
  const at = (i: number) => texts[i % texts.length] ?? '';
  const things = Array.from({ length: THINGS }, (_, i) => ({
    c: at(3 + 2 * i),
    d: at(4 + 2 * i),
    thingAddress: address,
    thingPicture: picture,
  }));
  return { said: { words: at(2) }, more: 'no', answer: { a: at(0), b: at(1), address, picture, things } };
}
