/// <reference lib="dom" />
import type { BuildView } from '../web/protocol';
import { pre } from './call-card';
import { byId, element } from './dom';
import { duration } from './duration';

const SAYS: Readonly<Record<BuildView['state'], string>> = {
  off: '',
  building: 'Building…',
  ok: 'Built',
  failed: 'The specs have errors: the last good bot keeps running',
};

/** Says how the last build went: one line in the bar, and what is wrong below it. */
export function showBuild(build: BuildView): void {
  const line = byId('build', HTMLElement);
  line.dataset['state'] = build.state;
  line.dataset['count'] = String(Number(line.dataset['count'] ?? 0) + 1);
  line.dataset['ms'] = String(Math.round(build.ms ?? 0));
  const took = build.ms === undefined || build.state === 'building' ? '' : ` in ${duration(build.ms)}`;
  const at = build.state === 'ok' || build.state === 'failed' ? ` at ${new Date().toLocaleTimeString()}` : '';
  const broken = build.problems.length > 0 ? SAYS.failed : 'The build failed: the last good bot keeps running';
  line.textContent = build.state === 'failed' ? broken : `${SAYS[build.state]}${took}${at}`;
  if (build.state === 'building') return;
  const holder = byId('problems', HTMLElement);
  const errors = build.problems.filter(({ severity }) => severity === 'error');
  const warnings = build.problems.filter(({ severity }) => severity === 'warning');
  const items = [...sayings(build), ...errors.map(problem), ...folded(holder, warnings)];
  holder.hidden = items.length === 0;
  holder.replaceChildren(...items);
}

function sayings({ trouble, notes = [] }: BuildView): readonly HTMLElement[] {
  const said = trouble === undefined ? [] : [element('p', { class: 'trouble', text: trouble })];
  return notes.length === 0 ? said : [...said, oddities(notes)];
}

/** Warnings fold away; they stay as they were, folded or not, from one build to the next. */
function folded(holder: HTMLElement, warnings: BuildView['problems']): readonly HTMLElement[] {
  if (warnings.length === 0) return [];
  const open = holder.querySelector('details.warnings')?.hasAttribute('open') === true;
  const count = warnings.length === 1 ? '1 warning' : `${warnings.length} warnings`;
  const group = element(
    'details',
    { class: 'warnings' },
    element('summary', { text: count }),
    ...warnings.map(problem),
  );
  group.toggleAttribute('open', open);
  return [group];
}

/** What was odd in the export: folded, since it plays all the same. */
const oddities = (notes: readonly string[]): HTMLElement =>
  element(
    'details',
    { class: 'oddities' },
    element('summary', { text: `This export has oddities (${notes.length}); the rest of it is played` }),
    ...notes.map((text) => element('p', { text })),
  );

function problem({ file, line, column, severity, code, message, frame }: BuildView['problems'][number]): HTMLElement {
  return element(
    'article',
    { class: `problem ${severity}` },
    element(
      'header',
      {},
      element('span', { class: 'severity', text: severity }),
      element('code', { class: 'place', text: `${file}:${line}:${column}` }),
      element('span', { class: 'soft', text: code }),
    ),
    element('p', { text: message }),
    frame === '' ? undefined : pre(frame),
  );
}
