import { isRecord } from '../../kore/record';

/** Whether everything in `wanted` is in `whole` too: members of objects by name, lists in full, all else the same. */
export function isPart(wanted: unknown, whole: unknown): boolean {
  if (Array.isArray(wanted))
    return Array.isArray(whole) && wanted.length === whole.length && wanted.every((w, i) => isPart(w, whole[i]));
  if (isRecord(wanted)) {
    if (!isRecord(whole)) return false;
    return Object.keys(wanted).every((key) => Object.hasOwn(whole, key) && isPart(wanted[key], whole[key]));
  }
  return wanted === whole;
}
