import { CONFIG_FILE, DEFINITION_FILE, ICON_FILE, TARGETS, type KoreBot, type Target } from '../kore/format';
import { packPieces, type OutputFile, type PiecewiseFile } from './pack';
import { printer, type Print } from './text';

/** The built forms of one integration: the whole bot and each action, for each target. */
export interface Built {
  readonly id: string;
  readonly icon: Buffer;
  readonly whole: Readonly<Record<Target, KoreBot>>;
  readonly actions: readonly { readonly id: string; readonly bots: Readonly<Record<Target, KoreBot>> }[];
}

/** The same, each form made when it is asked for. */
export interface Makers extends Pick<Built, 'id' | 'icon'> {
  readonly actions: readonly string[];
  /** What makes the whole bot for a target, or one action alone. */
  readonly maker: (target: Target) => (only?: string) => KoreBot;
}

/** Everything that goes to `dist/` for one integration: plain files to read and compare, and zips to import. */
export async function output({ id, icon, whole, actions }: Built): Promise<readonly OutputFile[]> {
  const bots = new Map(actions.map((action) => [action.id, action.bots]));
  const maker = (target: Target) => (only?: string) => bots.get(only ?? '')?.[target] ?? whole[target];
  return collected(outputFiles({ id, icon, actions: [...bots.keys()], maker }));
}

/** `output`, one by one. */
export async function* outputFiles({ id, icon, actions, maker }: Makers): AsyncGenerator<PiecewiseFile> {
  for (const target of TARGETS) {
    const make = maker(target);
    const print = printer();
    const whole = botFiles(make(), icon, print);
    for (const { path, bytes } of whole) yield { path: `${id}/${target}/${path}`, pieces: [bytes] };
    yield { path: `${id}-${target}.zip`, pieces: await packPieces(whole) };
    for (const action of actions) {
      const pieces = await packPieces(botFiles(make(action), icon, print));
      yield { path: `${id}/actions/${action}-${target}.zip`, pieces };
    }
  }
}

/** Files put together. */
export async function collected(files: AsyncIterable<PiecewiseFile>): Promise<readonly OutputFile[]> {
  const all: OutputFile[] = [];
  for await (const { path, pieces } of files) all.push({ path, bytes: Buffer.concat(pieces) });
  return all;
}

/** A zip's entries, in the order in which the platform writes them. */
function botFiles(bot: KoreBot, icon: Buffer, print: Print): readonly OutputFile[] {
  return [
    { path: DEFINITION_FILE[bot.target], bytes: print(bot.definition) },
    { path: CONFIG_FILE, bytes: print(bot.config) },
    { path: ICON_FILE, bytes: icon },
  ];
}
