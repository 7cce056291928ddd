import type { BatchReport } from './steps/batch-test';
import { renderHuman } from '../kore/diff/render-human';
import type { Compared, DeployContext } from './context';
import type { DeployOutcome } from './run-deploy';

/** The end of a deployment in a few lines: which bot, what changed, what is left to do. */
export function summary(outcome: DeployOutcome): string {
  const { variables } = outcome;
  const lines = [
    `✔ ${outcome.created ? 'created' : 'updated'} ${outcome.botId ?? ''}${outcome.resumed ? ' (went on from an earlier run)' : ''}`,
    ...outcome.changes.map((c) => `  ${c.name}: ${c.summary}`),
    ...(outcome.imported.length === 0 ? ['  nothing to import: the bot is what the files say'] : []),
    ...(variables.set.length > 0 ? [`  variables set: ${variables.set.join(', ')}`] : []),
    ...(outcome.trained.length > 0 ? [`  trained: ${outcome.trained.join(', ')}`] : []),
    ...outcome.tests.map(testLine),
    ...(outcome.published ? ['  published'] : []),
    ...(outcome.backup === undefined ? [] : [`  backup of the bot as it was: ${outcome.backup}`]),
  ];
  if (outcome.todo.length > 0)
    lines.push('', 'Still to do by hand:', ...outcome.todo.map((t, i) => `  ${i + 1}. ${t}`));
  return lines.join('\n');
}

function testLine({ language, passed, failed, ...figures }: BatchReport): string {
  const told = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  return `  batch test ${language}: ${passed} of ${passed + failed} passed${told.length > 0 ? ` (${told.join(', ')})` : ''}`;
}

/** The calls that a deployment would make, in order; tokens are never part of it. */
export function dryRunReport(context: DeployContext, compared: readonly Compared[]) {
  const { botId, built, settings, options } = context;
  const bot = `/api/public/bot/${botId ?? '<new>'}`;
  const calls = [
    ...built.jobs.flatMap((job) => [
      `POST ${settings.host}/api/public/uploadfile   (${job.name})`,
      `POST ${settings.host}${botId === undefined ? '/api/public/bot' : bot}/import`,
    ]),
    `POST ${settings.host}/api/1.1/public/builder/bot/${botId ?? '<new>'}/variables/import`,
    ...(options.publish && !options.batchTest ? [] : [`POST ${settings.host}${bot}/ml/train`]),
    ...(options.batchTest ? [`POST ${settings.host}${bot}/testsuite/import, /testsuite/<name>/run`] : []),
    ...(options.channel === undefined ? [] : [`POST ${settings.host}/api/public/channels   (${options.channel})`]),
    ...(options.publish ? [`POST ${settings.host}${bot}/publish`] : []),
  ];
  const diffs = compared.map(({ name, diff }) => `${name}:\n${renderHuman(diff, { color: false })}`);
  const head = botId === undefined ? [`Would create a bot named “${context.botName}”.`] : diffs;
  const text = [
    ...head,
    '',
    'Would call (header auth: ••••):',
    ...calls.map((c) => `  ${c}`),
    '',
    'Nothing was changed.',
  ].join('\n');
  return { ok: true, dryRun: true, botId, diffs: compared, calls, text };
}
