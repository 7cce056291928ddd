import { knownSecrets } from './find';

/** What stands for something that may be a secret. */
export const MASK = '••••';

const NAME =
  /token|secret|passw|passphrase|credential|authorization|cookie|api[-_]?key|client[-_]?id|private[-_]?key|^auth$/i;

/** Whether something of this name (a variable, a header, a key) is treated as a secret whatever its value is. */
export const isSecretName = (name: string): boolean => NAME.test(name);

/** The text with tokens of known forms masked, and nothing else: for files that must still work. */
export function redactKnown(text: string): string {
  let shown = '';
  let from = 0;
  for (const { start, end } of knownSecrets(text)) {
    shown += `${text.slice(from, start)}${MASK}`;
    from = end;
  }
  return shown + text.slice(from);
}
