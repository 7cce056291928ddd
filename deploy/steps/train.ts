import type { DeployContext } from '../context';
import { explain } from '../explain';
import { poll } from '../poll';

/** Trains each language of the built bot, and waits: the platform says `Finished`, and that its model fits the sentences. */
export async function train(botId: string, context: DeployContext): Promise<readonly string[]> {
  const { api, settings, clock, progress, state, built } = context;
  const languages = [...new Set(built.jobs.flatMap((job) => job.bot.definition.supportedLanguages))];
  for (const language of languages) {
    const trained = state.get().trained ?? [];
    if (trained.includes(language)) continue;
    await progress.step(`Train ${language}`, async (say) => {
      await api.train(botId, language);
      await poll(
        'train',
        async () => {
          const status = await api.trainStatus(botId, language);
          const text = status.trainingStatus ?? 'queued';
          if (/fail|error/i.test(text)) throw explain('train', `the training of ${language} ended as "${text}"`);
          const done = /finished|success/i.test(text) && status.isMlInSyncWithSentences !== false;
          return done ? { done: true } : { waiting: text };
        },
        { clock, ...settings, say },
      );
    });
    state.update({ trained: [...trained, language] });
  }
  return languages;
}
