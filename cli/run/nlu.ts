import { prepare } from '../../generator/build';
import { listIntegrations } from '../../generator/source/read';
import { didYouMean } from '../../generator/diagnostics/suggest';
import type { Console } from '../console';
import { routed, type Routed, type RoutedLanguage } from './nlu-routes';

export interface NluOptions {
  readonly integration?: string;
  readonly json?: boolean;
}

/** Says how the held-back sentences are routed. Exit code 0: told; 1: the specs have errors; 2: wrong usage. */
export function nluCommand(root: string, { integration, json }: NluOptions, console: Console): number {
  const known = listIntegrations(root);
  if (integration !== undefined && !known.includes(integration))
    return console.fail(`There is no integration "${integration}".${didYouMean(integration, known)}`);
  const found: { readonly integration: string; readonly languages: readonly RoutedLanguage[] }[] = [];
  for (const id of integration === undefined ? known : [integration]) {
    const { bot, koreBot } = prepare(root, id);
    if (!bot || !koreBot) {
      console.err(`The specs of ${id} have errors: npm run build shows them.`);
      return 1;
    }
    found.push({ integration: id, languages: routed(bot, koreBot('xo11')) });
  }
  if (json === true) console.out(JSON.stringify({ integrations: found }, null, 2));
  else
    for (const { integration: id, languages } of found)
      for (const one of languages) for (const line of shown(id, one)) console.out(line);
  return 0;
}

const COLUMNS = ['right', 'offered', 'wrong', 'none'] as const;

function shown(integration: string, { language, dialogs, confused }: RoutedLanguage): readonly string[] {
  const sum = (key: (typeof COLUMNS)[number]) => dialogs.reduce((all, one) => all + one[key], 0);
  const total: Routed = {
    dialog: 'all',
    ...{ right: sum('right'), offered: sum('offered'), wrong: sum('wrong'), none: sum('none') },
  };
  const all = COLUMNS.reduce((count, key) => count + total[key], 0);
  if (all === 0) return [`${integration}, ${language}: no sentence is held back from training.`, ''];
  const width = Math.max(...dialogs.map(({ dialog }) => dialog.length), integration.length + 2 + language.length);
  const line = (name: string, cells: readonly string[]) =>
    `${name.padEnd(width)}  ${cells.map((cell) => cell.padStart(8)).join('')}`;
  const percent = (part: number) => `${((100 * part) / all).toFixed(1)} %`;
  return [
    line(`${integration}, ${language}`, ['right', 'offered', 'wrong', 'none']),
    ...[...dialogs, total].map((one) =>
      line(
        one.dialog,
        COLUMNS.map((key) => String(one[key])),
      ),
    ),
    line(
      '',
      COLUMNS.map((key) => percent(total[key])),
    ),
    ...(confused.length > 0 ? ['', 'Confused:'] : []),
    ...confused.map(({ said, meant, to }) => `  "${said}": ${meant} → ${to.join(', or ')}`),
    '',
  ];
}
