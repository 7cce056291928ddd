import { sound } from '../build';
import { layOut, planOf, type LaidOut } from '../compile/bot';
import { TARGETS, type Config, type Definition, type KoreBot, type Target } from '../kore/format';
import type { Bot } from '../model/model';
import { defaultIcon } from '../package/icon';
import { output } from '../package/output';
import type { OutputFile } from '../package/pack';
import type { Templates } from '../render/load';
import { renderer } from '../render/render';
import { dialogKeys } from './keys';

/** What was made of one action last, and from what. */
interface Made {
  readonly key: string;
  readonly dialogs: Readonly<Record<Target, LaidOut['actions'][number]['dialog']>>;
  /** Its own zips. */
  readonly files: readonly OutputFile[];
}

/**
 * `compile → render → verify → pack` that remembers: the dialog and the zips of an action are made again only when what
 * they are made from has changed. The whole bot is put together, verified and packed anew each time.
 */
export function rememberOutputs(templates: Templates): (bot: Bot) => Promise<readonly OutputFile[]> {
  const render = renderer(rememberScripts(templates));
  let made = new Map<string, Made>();
  return async (bot) => {
    const keyOf = dialogKeys(bot);
    const keys = new Map(bot.actions.map((action) => [action.id, keyOf(action)]));
    const fresh = bot.actions.filter((action) => made.get(action.id)?.key !== keys.get(action.id));
    const laidOut = byTarget((target) => withKnown(bot, target, layOut({ ...bot, actions: fresh }, target), made));
    const make = (target: Target, only?: string): KoreBot => {
      const plan = planOf(laidOut[target], only);
      const parts = { definition: render(plan.definition) as Definition, config: render(plan.config) as Config };
      return sound({ target, ...parts }, only);
    };
    const files = await output({
      id: bot.id,
      icon: bot.icon ?? defaultIcon,
      whole: byTarget((target) => make(target)),
      actions: fresh.map(({ id }) => ({ id, bots: byTarget((target) => make(target, id)) })),
    });
    made = new Map(
      bot.actions.map(({ id }) => {
        const known = fresh.some((action) => action.id === id) ? undefined : made.get(id);
        const dialogs = byTarget((target) => dialogOf(laidOut[target], id));
        return [id, known ?? { key: keys.get(id) ?? '', dialogs, files: files.filter((f) => isOf(bot, id, f)) }];
      }),
    );
    return [
      ...files.filter((f) => !fresh.some(({ id }) => isOf(bot, id, f))),
      ...[...made.values()].flatMap((m) => m.files),
    ];
  };
}

const isOf = (bot: Bot, id: string, { path }: OutputFile) =>
  TARGETS.some((target) => path === `${bot.id}/actions/${id}-${target}.zip`);

const byTarget = <T>(make: (target: Target) => T): Readonly<Record<Target, T>> =>
  Object.fromEntries(TARGETS.map((target) => [target, make(target)])) as Record<Target, T>;

/** The fresh dialogs, and the remembered ones of the other actions, in the bot's order. */
function withKnown(bot: Bot, target: Target, fresh: LaidOut, made: ReadonlyMap<string, Made>): LaidOut {
  const actions = bot.actions.map((action) => {
    const dialog = fresh.actions.find((a) => a.action.id === action.id)?.dialog ?? made.get(action.id)?.dialogs[target];
    if (!dialog) throw new Error(`${action.id} was neither laid out nor remembered`);
    return { action, dialog };
  });
  return { ...fresh, bot, actions };
}

function dialogOf({ actions }: LaidOut, id: string) {
  const found = actions.find((a) => a.action.id === id);
  if (!found) throw new Error(`${id} was not laid out`);
  return found.dialog;
}

/** A script's text depends on its template and its view alone. */
function rememberScripts(templates: Templates): Templates {
  const texts = new Map<string, string>();
  const { scripts } = templates;
  return {
    ...templates,
    scripts: {
      names: scripts.names,
      render: (name, view) => {
        const key = `${name}\0${JSON.stringify(view)}`;
        const text = texts.get(key) ?? scripts.render(name, view);
        if (texts.size > MOST_SCRIPTS) texts.clear();
        texts.set(key, text);
        return text;
      },
    },
  };
}

/** A day of editing must not fill the memory. */
const MOST_SCRIPTS = 5000;
