import type { Action, Bot } from '../model/model';
import { outputs, type MadeAction, type MakeAction } from '../outputs';
import type { PiecewiseFile } from '../../kore/zip/pack';
import { memoryShelf } from '../package/shelf';
import type { Templates } from '../render/load';
import { renderer } from '../render/render';
import { dialogKeys } from './keys';

/** What was made of one action last, and from what. */
interface Remembered {
  readonly key: string;
  readonly made: MadeAction;
}

/**
 * `outputs` that remembers: an action is made again only when what it is made from has changed. The whole bots are put
 * together anew each time, from what their actions left.
 */
export function rememberOutputs(templates: Templates): (bot: Bot) => AsyncGenerator<PiecewiseFile> {
  const render = renderer(rememberScripts(templates));
  const shelf = memoryShelf();
  let before = new Map<string, Remembered>();
  return async function* (bot) {
    const keyOf = dialogKeys(bot);
    const now = new Map<string, Remembered>();
    const remembered = (make: MakeAction) => async (action: Action) => {
      const key = keyOf(action);
      const known = before.get(action.id);
      const made = known?.key === key ? known.made : await make(action);
      now.set(action.id, { key, made });
      return made;
    };
    yield* outputs(bot, render, shelf, remembered);
    before = now;
  };
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
