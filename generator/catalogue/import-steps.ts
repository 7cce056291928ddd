import { buttonsOf } from '../model/buttons';
import type { Bot } from '../model/model';
import { whatToSee } from './after-import';
import { code, plain, table } from './markdown';
import { written } from './sentences';

/** How the zips get onto the platform: XO 11 and XO 10, a new bot and an update (documented steps). */
export function importSteps(bot: Bot): readonly string[] {
  const { id } = bot;
  return [
    '## Import into XO 11',
    'XO 11 takes apps only. Use the `xo11` files.',
    [
      '**As a new app**',
      '',
      '1. _New App → Import App → Automation AI_.',
      `2. Give the app a name, choose **Zip File** and \`${id}-xo11.zip\`. (Or **JSON Files**: \`appDefinition.json\` and \`config.json\` out of it.)`,
      '3. _Create App_. The new app opens.',
    ].join('\n'),
    whatToSee(bot),
    [
      '**Into an app that you have**',
      '',
      '1. _Deploy → Deploy Management → Import & Export → Import_, with the same files.',
      `2. ${INCREMENTAL}`,
      `3. ${SELECT}`,
      `4. ${CONFIRM}`,
    ].join('\n'),
    '## Import into XO 10',
    'Use the `xo10` files.',
    [
      '**As a new bot**',
      '',
      `1. Unzip \`${id}-xo10.zip\`. _New Bot → Import a Bot_.`,
      `2. Give it a name and the icon \`icon.png\`; choose \`botDefinition.json\` as bot definition and \`config.json\` as bot config.`,
      '3. _Import_. The new bot opens.',
    ].join('\n'),
    whatToSee(bot),
    [
      '**Into a bot that you have**',
      '',
      '1. _Deploy → Bot Management → Import & Export → Import_, with the same two files.',
      `2. ${INCREMENTAL}`,
      `3. ${SELECT}`,
      `4. ${CONFIRM}`,
    ].join('\n'),
    '## Import one action',
    `\`${id}/actions/\` has a zip for each action and version. Import it incrementally into a bot that has the others: dialogs are matched by their reference IDs, which never change, so an action is updated and not doubled (inferred).`,
    'Such a zip holds the dialog and its utterances. It holds no settings, no events, no variables and no fallback: whatever you tick, the greeting and everything else of your bot stay as they are. Make the variables by hand if your bot does not have them (see below). You should now see one dialog more, or the same one with its new texts, and nothing else changed.',
    ...leadOutside(bot),
  ];
}

/** Buttons stay in an action's own zip: taken out, an import over the whole bot would take them away there, too. */
function leadOutside({ actions }: Bot): readonly string[] {
  const rows = actions.flatMap((action): readonly (readonly string[])[] => {
    const buttons = buttonsOf(action);
    const to = new Set(buttons.flatMap((button) => button.action ?? []));
    const others = actions.filter(({ id }) => to.has(id) && id !== action.id).map(({ id }) => code(id));
    if (buttons.some((button) => button.agent)) others.push('a person');
    return others.length === 0 ? [] : [[plain(written(action.title)), others.join(', ')]];
  });
  if (rows.length === 0) return [];
  return [
    'Buttons lead on to other actions. Where these are not in your bot, a tap on such a button says a sentence that your bot does not understand: import them as well.',
    table(['This action', 'has buttons that lead to'], rows),
  ];
}

const INCREMENTAL =
  'Choose **Incremental**. A full import deletes everything that is not in the file, also your own dialogs.';

const CONFIRM =
  'Take the backup that is offered, and proceed. You should see a status for each part, all of them successful, and the dialogs of the file with their new texts; your own dialogs are as they were.';

const SELECT =
  'Select the dialog tasks together with the NLP data (utterances, patterns): dialogs that are imported without utterances are not found. Select the variables only the first time.';
