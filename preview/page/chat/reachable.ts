/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** What the chat window lets a mouse press but draws as plain boxes. */
const PRESSABLE = '.quickReply, .buyBtn, .carouselButton, .carouselDefaultAction, .buttonTmplContentChild';

/** Lets the keyboard reach and press every button of the messages in `list`, now and whenever some are added. */
export function makeReachable(list: Element): void {
  const mark = () => {
    for (const button of list.querySelectorAll<HTMLElement>(PRESSABLE)) {
      if (button.tabIndex >= 0) continue;
      button.tabIndex = 0;
      button.setAttribute('role', 'button');
    }
  };
  new MutationObserver(mark).observe(list, { childList: true, subtree: true });
  list.addEventListener('keydown', (event) => {
    if (!(event instanceof KeyboardEvent) || (event.key !== 'Enter' && event.key !== ' ')) return;
    const { target } = event;
    if (!(target instanceof HTMLElement) || !target.matches(PRESSABLE)) return;
    event.preventDefault();
    target.click();
  });
  mark();
}
