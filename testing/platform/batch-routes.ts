import { PlatformRefusal } from './guard';
import { storedBot } from './import-routes';
import { begin, look } from './job';
import type { Stored, BatchSuite } from './store';
import type { Tools } from './tools';
import { uploaded } from './upload-route';
import { ownValue } from '../../kore/own-value';

interface SuiteBody {
  readonly name?: unknown;
  readonly fileName?: unknown;
  readonly fileType?: unknown;
  readonly importType?: unknown;
}

/**
 * Batch tests as documented: import a suite, run it, ask for the run. A case passes when the bot is trained in the
 * language and has a dialog of the name that is expected: there is no language engine here.
 */
export function batchRoutes(tools: Tools): void {
  const { app, admit } = tools;
  const path = '/api/public/bot/:botId/testsuite';
  app.post<{ Params: { botId: string }; Body: SuiteBody }>(`${path}/import`, async (request) => {
    const { name, fileName, fileType, importType } = request.body;
    await admit(request, 'Batch Tests Management', request.params.botId);
    const stored = storedBot(tools, request.params.botId);
    if (typeof name !== 'string' || fileType !== 'json')
      throw new PlatformRefusal(400, 'name and fileType are required');
    if (importType !== 'update' && stored.suites.has(name))
      throw new PlatformRefusal(409, 'Test suite name already exists');
    stored.suites.set(name, JSON.parse(uploaded(tools, fileName, 'fileName').bytes.toString('utf8')) as BatchSuite);
    return { _id: `ts-${name}`, name, streamId: stored.id };
  });
  app.post<{ Params: { botId: string; name: string } }>(`${path}/:name/run`, async (request) => {
    const { botId, name } = request.params;
    await admit(request, 'Batch Tests Execution', botId);
    const stored = storedBot(tools, botId);
    if (!stored.suites.has(name)) throw new PlatformRefusal(400, 'Invalid test suite');
    return { status: 'accepted', requestId: begin(tools, 'test', 'tr', () => Promise.resolve()).id };
  });
  app.get<{ Params: { botId: string; name: string; id: string } }>(`${path}/:name/:id/status`, async (request) => {
    const { botId, name, id } = request.params;
    await admit(request, 'Batch Tests Execution', id);
    const [stored, job] = [storedBot(tools, botId), await look(tools, id)];
    if (job.status !== 'success') return { _id: id, status: job.status === 'failed' ? 'failed' : 'running' };
    const language = request.headers['bot-language'];
    const results = resultsOf(stored, stored.suites.get(name), typeof language === 'string' ? language : 'en');
    const result = { status: 'completed', f1_score: '0.90', precision: '0.90', recall: '0.90', results };
    return { _id: id, status: 'completed', utterance_count: results.success + results.failure, result };
  });
}

function resultsOf(stored: Stored, suite: BatchSuite | undefined, language: string) {
  const names = new Set(stored.bot.definition.dialogs.map((d) => ownValue(d.localeData, language)?.name));
  const cases = suite?.testCases ?? [];
  const success = stored.trained.has(language) ? cases.filter((c) => names.has(c.intent)).length : 0;
  return { success, failure: cases.length - success };
}
