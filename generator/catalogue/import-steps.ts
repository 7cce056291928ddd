import type { Bot } from '../model/model';

/** How the zips get onto the platform: XO 11 and XO 10, a new bot and an update (documented steps). */
export function importSteps({ id }: Bot): readonly string[] {
  return [
    '## Import into XO 11',
    'XO 11 takes apps only. Use the `xo11` files.',
    [
      '**As a new app**',
      '',
      '1. New App → Import App → Automation AI.',
      `2. Give the app a name, choose **Zip File** and \`${id}-xo11.zip\`. (Or **JSON Files**: \`${id}/xo11/appDefinition.json\` and \`${id}/xo11/config.json\`.)`,
      '3. Create App.',
    ].join('\n'),
    [
      '**Into an app that you have**',
      '',
      '1. Deploy → Deploy Management → Import & Export → Import, with the same files.',
      `2. ${INCREMENTAL}`,
      `3. ${SELECT}`,
    ].join('\n'),
    '## Import into XO 10',
    'Use the `xo10` files.',
    [
      '**As a new bot**',
      '',
      '1. New Bot → Import a Bot.',
      `2. Give it a name and the icon \`${id}/xo10/icon.png\`; choose \`${id}/xo10/botDefinition.json\` as bot definition and \`${id}/xo10/config.json\` as bot config. (\`${id}-xo10.zip\` holds the same files.)`,
      '3. Import.',
    ].join('\n'),
    [
      '**Into a bot that you have**',
      '',
      '1. Deploy → Bot Management → Import & Export → Import, with the same two files.',
      `2. ${INCREMENTAL}`,
      `3. ${SELECT}`,
    ].join('\n'),
    '## Import one action',
    `\`${id}/actions/\` has a zip for each action and version. Import it incrementally into a bot that has the others: dialogs are matched by their reference IDs, which never change, so an action is updated and not doubled.`,
  ];
}

const INCREMENTAL =
  'Choose **Incremental**. A full import deletes everything that is not in the file, also your own dialogs.';

const SELECT =
  'Select the dialog tasks together with the NLP data (utterances, patterns): dialogs that are imported without utterances are not found. Select the variables only the first time.';
