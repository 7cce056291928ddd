import type { Action, Bot } from '../model/model';
import { firstSteps, ROLL_BACK, startFlow, WHEN_IT_REFUSES } from './after-import';
import { dialogChapter } from './dialog-chapter';
import { importSteps } from './import-steps';
import { code, plain, table } from './markdown';
import { callOf, type FileBytes } from './request-facts';
import { written } from './sentences';
import { scopeList, serviceChapter } from './service-chapter';

/** The install guide of a bot: what to get from the API's side, how to import the zips, which variables to fill in. */
export function installGuide(bot: Bot, files: FileBytes): string {
  return `${[
    `# Install ${plain(written(bot.locales[0].texts.name))}`,
    'These steps follow public documentation; menus may be called differently in your version. **Nobody has imported these files into a live platform yet**: see [When it refuses](#when-it-refuses).',
    '## What you need',
    needs(bot),
    ...serviceChapter(bot, files),
    ...importSteps(bot),
    '## Fill in the variables',
    variables(bot),
    ...basicValue(bot),
    '## Try it, then publish',
    firstSteps(bot),
    ...dialogChapter(bot),
    '## The Start Flow of XO 11',
    startFlow(bot),
    '## Roll back',
    ROLL_BACK,
    '## When it refuses',
    WHEN_IT_REFUSES,
    '## Before you go live',
    audience(bot),
    ...sessionValues(bot),
  ].join('\n\n')}\n`;
}

function needs(bot: Bot): string {
  const rows = scopeList(bot).map((scope) => [
    code(scope),
    bot.actions
      .filter((a) => a.scopes.includes(scope))
      .map((a) => plain(written(a.title)))
      .join(', '),
  ]);
  return [
    '- An account on the XO Platform (version 10 or 11) in which you may create or change a bot.',
    `- Access to ${code(host(bot))}${rows.length > 0 ? ' with exactly these scopes:' : '.'}`,
    ...(rows.length > 0 ? ['', table(['Scope', 'Needed for'], rows)] : []),
    ...severalRequests(bot),
  ].join('\n');
}

/** What is sent by each action that looks something up first, for who has to allow it. */
function severalRequests(bot: Bot): readonly string[] {
  const several = bot.actions.filter(({ steps }) => steps.length > 0);
  if (several.length === 0) return [];
  return [
    '',
    'These actions send several requests, one after the other. Look-ups only read:',
    '',
    table(
      ['Action', 'Sends, in this order'],
      several.map((action) => [plain(written(action.title)), sent(bot, action).join('<br>')]),
    ),
  ];
}

const sent = (bot: Bot, action: Action): readonly string[] => [
  ...action.steps.map(({ name, request, when }) => {
    const only = when ? `, only when ${when.input} is ${when.is.join(' or ')}` : '';
    return `${code(callOf(bot, request))} (${plain(`looks up ${name}${only}`)})`;
  }),
  `${code(action.writes && action.request.kind === 'graphql' ? 'GraphQL mutation' : callOf(bot, action.request))}${writes(action)}`,
];

const writes = (action: Action) =>
  action.writes ? ` (writes, ${action.confirm?.ask ? 'and is asked about first' : 'without being asked about'})` : '';

const host = (bot: Bot) => written(bot.service.host).replace(/\$\{env\.(\w+)\}/g, '<$1>');

function variables(bot: Bot): string {
  const rows = bot.variables.map((v) => [
    code(v.key),
    plain(v.hint),
    v.secret ? 'secured: always empty in the zip' : v.value === '' ? 'empty in the zip' : `comes as ${code(v.value)}`,
    v.pattern === undefined ? '' : code(v.pattern),
  ]);
  return [
    'XO 10: _Build → Configurations → Bot Variables_; XO 11: _App Settings → Variables_ (environment variables). Fill in:',
    '',
    table(['Variable', 'What to put in it', 'Value', 'Must fit'], rows),
    '',
    'Where a variable does not fit, the bot sends nothing and says that it is not set up. You should now see each of them in the list, the secured ones masked. An import can overwrite variables: leave them out when you import an update, or fill them in again.',
  ].join('\n');
}

const audience = (bot: Bot): string =>
  bot.audience === 'staff'
    ? 'This build has `audience: staff`: it shows personal data to whoever talks to it. Use it where only your own team, or people who are signed in, can reach it. For a public channel set `audience: shopper` in `bot.yaml`, build and import again.'
    : 'This build has `audience: shopper`: personal answers need `BotUserSession.verifiedEmail`, which your site sets after its own sign-in. Without it the bot asks the person to sign in.';

/** What the site has to put into the session, besides the address that the audience asks for. */
function sessionValues(bot: Bot): readonly string[] {
  const uses = bot.actions.flatMap((action) =>
    action.inputs.flatMap(({ source }) =>
      source?.from === 'session' ? [{ name: source.name, title: plain(written(action.title)) }] : [],
    ),
  );
  if (uses.length === 0) return [];
  const names = [...new Set(uses.map(({ name }) => name))];
  const users = (name: string) => uses.filter((use) => use.name === name).map(({ title }) => title);
  return [
    'Some values are never asked for. Your site puts them into the session (`BotUserSession`) after its own sign-in:',
    table(
      ['Session value', 'Needed for'],
      names.map((name) => [code(name), users(name).join(', ')]),
    ),
  ];
}

/** How the value of basic credentials is made: nothing on the platform encodes it. */
const basicValue = ({ credentials }: Bot): readonly string[] =>
  'block' in credentials && credentials.block === 'basic'
    ? [
        `${code(credentials.variable)} holds a user name and a password, joined by a colon and encoded in Base64: \`printf '%s' 'user:password' | base64\`.`,
      ]
    : [];
