import { isRecord } from '../record';
import type { ValuePlace } from './notes';

/** Under these keys some files hold the definition (observed in public repositories); an app is of XO 11. */
const WRAPPERS = { botDefinition: false, bot: false, appDefinition: true, app: true } as const;

/** The object that holds the dialogs: the file's own, or the one that it wraps. */
export function unwrap(parsed: unknown): {
  readonly value: Record<string, unknown> | undefined;
  readonly place: ValuePlace | undefined;
  readonly isApp: boolean;
} {
  const plain = { value: isRecord(parsed) ? parsed : undefined, place: undefined, isApp: false };
  if (plain.value === undefined || Array.isArray(plain.value['dialogs'])) return plain;
  for (const [key, isApp] of Object.entries(WRAPPERS)) {
    const inner = Object.hasOwn(plain.value, key) ? plain.value[key] : undefined;
    if (isRecord(inner) && Array.isArray(inner['dialogs'])) return { value: inner, place: { key }, isApp };
  }
  return plain;
}
