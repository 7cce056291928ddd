import { note } from './play';
import type { Frame, Play } from './play';

/**
 * Notes every environment variable that a text reads and that has no value, once in a turn. `text` is a script, or what
 * placeholders stand in.
 */
export function noteMissingEnv(play: Play, frame: Frame | undefined, nodeId: string | undefined, text: string): void {
  for (const [, name = ''] of text.matchAll(/\benv\.([A-Za-z_]\w*)/g)) {
    if ((play.env[name] ?? '') !== '') continue;
    if (play.turn.notes.some(({ code, text: said }) => code === 'env-missing' && said === name)) continue;
    note(play, frame, nodeId, 'env-missing', name);
  }
}
