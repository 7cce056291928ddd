import { translatableTexts } from '../generator/model/overlay';
import type { CursorContext } from './known';
import type { Completion } from './offer';

/** The keys that a translation may have below a path: those of the specs whose texts it says in its language. */
export function translatedKeys(path: readonly string[], { bot }: CursorContext): readonly Completion[] {
  if (!bot) return [];
  const [first, ...below] = path;
  if (first === undefined) return ['bot', 'actions', 'sentences'].map((label) => word(label, 'of a translation'));
  if (first === 'bot') return keysBelow(bot.where.file.data, below);
  if (first !== 'actions') return [];
  const [id, ...rest] = below;
  if (id === undefined)
    return bot.actions.map((action) =>
      word(action.id, action.title.text.filter((p) => typeof p === 'string').join('')),
    );
  const action = bot.actions.find((one) => one.id === id);
  return action ? keysBelow(action.where.file.data, rest) : [];
}

const word = (label: string, says: string): Completion => ({ label, kind: 'word', says });

/** Keys on the way to a text, each with the first text below it. */
function keysBelow(data: unknown, path: readonly string[]): readonly Completion[] {
  const found = new Map<string, string>();
  for (const whole of translatableTexts(data)) {
    const at = whole.filter((step) => typeof step === 'string');
    const key = at[path.length];
    if (key === undefined || !path.every((step, i) => step === at[i])) continue;
    const said = found.get(key) ?? `${at.slice(path.length).join('.')}`;
    found.set(key, said);
  }
  return [...found].map(([key, said]) => word(key, said));
}
