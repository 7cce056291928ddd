import { placeholders } from '../model/text';
import type { Bot, Locale, Phrase } from '../model/model';
import { code, plain } from './markdown';
import { written } from './sentences';

/** What the builder shows after an import that went well: dialogs, and what they are trained with. */
export function whatToSee(bot: Bot): string {
  const [own] = bot.locales;
  const titles = trained(own).map(({ title }) => title);
  const counts = bot.locales.map((locale) => {
    const said = trained(locale).flatMap(({ utterances }) => utterances);
    return `${said.length} utterances in ${code(locale.language)}`;
  });
  return [
    `You should now see ${titles.length + 2} dialog tasks: ${titles.map((title) => plain(written(title))).join(', ')}, and the two hidden ones that the platform starts itself, Welcome Task and Fallback Task; under the natural language settings ${counts.join(', ')}; and ${bot.variables.length} environment variables.`,
    'Open one dialog: every node is connected, and none is marked as incomplete.',
  ].join(' ');
}

/** Everything in a language that has sentences to train: a dialog each. */
const trained = ({
  actions,
  texts,
}: Locale): readonly { readonly title: Phrase; readonly utterances: readonly Phrase[] }[] => [
  ...actions,
  texts.welcome,
  ...texts.answers,
  ...(texts.agent === undefined ? [] : [texts.agent]),
];

/** Training, the first sentences, a channel, publishing; after each what one should see. */
export function firstSteps(bot: Bot): string {
  const [{ actions, texts, style }] = bot.locales;
  const menu = texts.welcome.utterances[0];
  const bare = actions.flatMap((action) =>
    action.utterances.filter((u) => placeholders(u.text).length === 0).map((u) => ({ action, u })),
  );
  const direct = bare.find(({ action }) => action.inputs.length === 0) ?? bare[0];
  const hello = plain(written(texts.welcome.reply.text));
  return [
    '1. **Train** (XO 10: _Build → Natural Language → Training → Train_; XO 11: _Train_ in the builder’s head). You should see that training has finished, without an error for any dialog. Until then the bot understands nothing but the names of its dialogs. On XO 11 with DialogGPT, the default of new apps, dialogs are chosen by name and description, so it answers before that, too.',
    `2. **Talk to it** (XO 10: _Talk to Bot_; XO 11: _Preview_). It greets: “${hello}”. ${
      menu
        ? `Say “${plain(written(menu))}”: it says the same again.`
        : `Say “${plain(style.sentences.menu)}”: it says the same again.`
    }${
      direct
        ? ` Then say “${plain(written(direct.u))}”: the dialog ${plain(written(direct.action.title))} answers${direct.action.inputs.length > 0 ? ` with the question “${plain(written(direct.action.inputs[0]?.prompt))}”` : ''}.`
        : ''
    } When it says that something is not set up, or that it cannot reach the data, the debug log (the beetle in the chat window) says why.`,
    "3. **Run the platform's own tests**: [TESTS.md](TESTS.md) says how. You should see them pass as they do on your laptop.",
    '4. **Enable a channel** (XO 10: _Deploy → Channels_; XO 11: _Flows & Channels → Channels_). A bot without one cannot be published.',
    '5. **Publish** (XO 10: _Deploy → Publish_; XO 11: _Deploy → Deploy Management → Publish_). You should see a new version whose status is published.',
  ].join('\n');
}

/** What a Start Flow of XO 11 changes, and what belongs in it. */
export function startFlow(bot: Bot): string {
  const { welcome } = bot.locales[0].texts;
  return [
    'Every XO 11 account has Start Flows, one for chat and one for voice, and they cannot be deleted (documented). A Start Flow comes **before** the app: it may greet, ask who is there, and hands over to the app in its Automation node (seen in one export). The zip brings none, because a flow holds ids of its account. So after the import look at _Flows & Channels → Flows → Start Flow_:',
    '',
    '1. Its Automation node names this app. If it names another one, nobody reaches the bot.',
    `2. Who greets? The welcome events of the app start its Welcome Task (seen in one app). If the flow has a message before the Automation node, people are greeted twice: remove that message. If the flow is all that people hear at first, put the greeting there: “${plain(written(welcome.reply.text))}”`,
    ...(bot.handOver
      ? [
          '3. The Automation node has a way for agent transfer. Connect it with an Agent Transfer node: the bot’s own node goes back to the flow, which says who takes over.',
        ]
      : []),
    '',
    'You should now see one greeting when you open the preview, and the answer of the app to the first sentence.',
  ].join('\n');
}

/** How to get back to what was there before an import. */
export const ROLL_BACK = [
  '**Before** you import into a bot that you have, keep what is there: the platform offers a backup in the import’s own window; take it, or export the bot first (_Import & Export → Export_, everything). `npm run deploy` does that by itself and puts it into `.xo-backup/`.',
  '',
  '- **A new bot or app** that went wrong: delete it. Nothing else was touched.',
  '- **An import into a bot that you have**: import the export from before as a **full** import. A full import replaces everything, so what was made since is lost, too. Variables that are secured arrive empty: fill them in again.',
  '- **One dialog**: restore is not needed; import the zip of the version before incrementally (`git checkout` the old specs and `npm run build`). The same reference IDs update the same dialogs (inferred).',
  '- **What is published** goes on answering until you publish again; XO keeps versions, and an older one can be restored. A bot that was restored must be published before it takes an import again (documented).',
].join('\n');

/** What to do when the platform does not take a file. */
export const WHEN_IT_REFUSES = [
  '**Nobody has imported these files into a live platform yet.** Their shape was compared, key by key, with real exports (`npm run shape`); what only a platform can tell is open. If yours refuses one, nothing was changed: note its words, and go on in this order.',
  '',
  '1. Zip refused? Choose **JSON Files** and give it the two files from the folder, and the other way round.',
  '2. A word about a hash or about integrity: exports carry an `encryptedHash` that only the platform can make, and the zip has none. Then no file that was not exported there can be imported, and we want to know.',
  '3. XO 11 refuses a dialog or a node: set `layout: botAction` in `bot.yaml`, build, and try again. XO 11 exports both layouts.',
  '4. A single action refused: try the whole bot as a new one; and the other way round.',
  '5. Anything else: `npm run deploy -- --target xo11 --try` asks the questions one by one, in new apps only, and [first-import/PROTOCOL.md](first-import/PROTOCOL.md) says how to do that by hand. **Please send us its report**; there is no secret in it.',
].join('\n');
