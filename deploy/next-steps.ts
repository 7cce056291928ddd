import type { DeployContext } from './context';
import type { VariablesOutcome } from './steps/variables';

/** What the person must still do by hand, in the order to do it. */
export function nextStepsAfter(
  context: DeployContext,
  done: {
    readonly botId: string | undefined;
    readonly variables?: VariablesOutcome;
    readonly published?: { readonly awaitingApproval: boolean } | undefined;
  },
): readonly string[] {
  const steps: string[] = [];
  const { variables, published } = done;
  if (context.botId === undefined)
    steps.push(`Set XO_BOT_ID=${done.botId ?? ''} where this runs next, so that it updates this bot.`);
  if (variables !== undefined && variables.missing.length > 0) {
    const why =
      variables.how === 'no-builder-app'
        ? ' (or make an app in the builder with the scope Import Variables and set XO_BUILDER_CLIENT_ID and XO_BUILDER_CLIENT_SECRET)'
        : '';
    steps.push(`Fill in the bot’s variables ${variables.missing.join(', ')} if they are empty${why}.`);
  }
  if (needsAuthorization(context)) steps.push('Authorize the integration: Integrations > Actions in the builder.');
  if (published === undefined) {
    steps.push(
      `${context.options.channel === undefined ? 'Enable a channel if none is, then publish' : 'Publish'} (here: --publish).`,
    );
  }
  if (published?.awaitingApproval === true) steps.push('Approve the publish request in the Admin Console.');
  return steps;
}

/** The bot relies on credentials that live on the platform: an authorization profile or a pre-built integration. */
const needsAuthorization = (context: DeployContext): boolean =>
  context.built.jobs.some(({ bot }) =>
    bot.definition.dialogComponents.some(
      (c) => c.type === 'service' && (c['integrationId'] !== undefined || (c.idp !== undefined && c.idp !== 'none')),
    ),
  );
