/// <reference lib="dom" />
/// <reference lib="dom.iterable" />

/** Tabs for narrow windows, where one pane is seen at a time. Arrow keys move between them. */
export function setUpTabs(): (pane: string) => void {
  const tabs = [...document.querySelectorAll<HTMLButtonElement>('[role="tab"]')];
  const panes = document.querySelector<HTMLElement>('.panes');
  const choose = (tab: HTMLButtonElement) => {
    for (const other of tabs) {
      other.setAttribute('aria-selected', String(other === tab));
      other.tabIndex = other === tab ? 0 : -1;
    }
    if (panes !== null) panes.dataset['pane'] = tab.getAttribute('aria-controls') ?? '';
  };
  tabs.forEach((tab, i) => {
    tab.addEventListener('click', () => choose(tab));
    tab.addEventListener('keydown', ({ key }) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[key];
      const next = step === undefined ? undefined : tabs[(i + step + tabs.length) % tabs.length];
      if (next === undefined) return;
      choose(next);
      next.focus();
    });
  });
  return (pane) => {
    const tab = tabs.find((one) => one.getAttribute('aria-controls') === pane);
    if (tab !== undefined) choose(tab);
  };
}
