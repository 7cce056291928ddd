/// <reference lib="dom" />
import { byId } from './dom';

const SHOWN_MS = 5000;

/** A sentence that stays for some seconds. */
export function createToast(): (text: string) => void {
  const holder = byId('toast', HTMLElement);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return (text) => {
    clearTimeout(timer);
    holder.textContent = text;
    holder.hidden = false;
    timer = setTimeout(() => (holder.hidden = true), SHOWN_MS);
  };
}
