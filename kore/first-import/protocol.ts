import { TRIALS } from './trials';
import type { Trial } from './trials';

const PLATFORM = { xo10: 'XO 10', xo11: 'XO 11' } as const;

/** The page that tells how to ask the questions by hand. `bot` is the integration's id, `action` one of its actions. */
export const protocolPage = (bot: string, action: string): string =>
  [
    `# The first import of ${bot}`,
    '',
    'Nobody has imported these files into a live platform yet. This series settles what is open, smallest question first,',
    '**in new apps only**: it takes half an hour, and your own bots are not touched. With API access it is one command:',
    '',
    '```',
    'npm run deploy -- --target xo11 --try',
    '```',
    '',
    'It writes `first-import-report.json` and `first-import-report.md`. Neither holds a secret: please send us one of them.',
    '',
    '## By hand',
    '',
    'For each row: import the file as the second column says, note whether it was taken and **the platform’s own words**,',
    'look at what the last column names, export the app again, and keep the export. Skip what a refusal makes impossible.',
    'A *new* app: XO 11 _New App → Import App → Automation AI → Zip File_, XO 10 _New Bot → Import a Bot_ (unpack the zip first). *Into* the',
    'app of the first row that was taken: _Deploy → Deploy Management (XO 10: Bot Management) → Import & Export → Import_,',
    '**Incremental**, all parts ticked.',
    '',
    '| # | how | file | question | holds | look at |',
    '| --- | --- | --- | --- | --- | --- |',
    ...TRIALS.map((trial, i) => row(trial, i, bot, action)),
    '',
    'Then delete the new apps. What an export shows differently from its file: unzip both and compare them, or run',
    '`npm run diff -- --against <export.zip>` for the last row.',
    '',
  ].join('\n');

function row(trial: Trial, index: number, bot: string, action: string): string {
  const only = trial.only === undefined ? '' : ` (${PLATFORM[trial.only]} only)`;
  const cells = [
    String(index + 1),
    `${trial.mode}${only}`,
    fileOf(trial, bot, action),
    trial.question,
    trial.holds,
    trial.look,
  ];
  return `| ${cells.join(' | ')} |`;
}

function fileOf(trial: Trial, bot: string, action: string): string {
  const built = { action: `../actions/${action}`, whole: `../../${bot}` } as const;
  const name = trial.built === undefined ? trial.id : built[trial.built];
  return `\`${name}-${trial.only ?? '<target>'}.zip\``;
}
