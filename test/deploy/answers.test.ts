import { describe, expect, it } from 'vitest';
import { chooseAssumptions } from '../../deploy/assumptions';
import { exportedFiles, trialFactsOf } from '../../deploy/first-import/facts';
import { importOptions, variablesToImport } from '../../deploy/import-body';
import type { ImportJob } from '../../deploy/jobs';
import { saidIn } from '../../deploy/said';
import type { DeploySettings } from '../../deploy/settings';
import { complaints } from '../../deploy/status';

describe('what a refusal says', () => {
  it.each<[text: string, words: string, code?: number]>([
    ['<h1>Bad</h1> gateway', ' Bad  gateway'],
    ['"plain"', 'plain'],
    ['{"msg":"no","code":4002}', 'no', 4002],
    ['{"errors":[{"msg":"first","code":"4002"},{"msg":"second","code":5}]}', 'first', 4002],
    ['{"errors":[{},{"message":"second"}]}', 'second'],
    ['{"error":{"reason":"why","code":7}}', 'why', 7],
    ['{"code":"E_12","msg":""}', '{"code":"E_12","msg":""}'],
    ['{"code":"12","description":"d"}', 'd'],
    ['{"code":"123","description":"d"}', 'd', 123],
    ['{"code":"1234567","description":"d"}', 'd'],
    ['{"a":1}', '{"a":1}'],
    ['null', 'null'],
    ['[]', '[]'],
  ])('%s', (text, words, code) => {
    expect(saidIn(text)).toEqual({ words, ...(code === undefined ? {} : { code }) });
  });
});

describe('the log of an import', () => {
  it('complains about what failed alone, with the words that there are', () => {
    const logs = [
      { taskType: 'dialog', taskName: 'A', status: 'success', message: 'fine' },
      { taskType: 'dialog', taskName: 'B', status: 'failed', message: '', reason: ['too  long', { x: 'again' }] },
      { taskName: 'C', status: 'ERROR' },
      { status: 'failed', errors: 5 },
      { status: 'pending', message: 'later' },
    ];
    expect(complaints(logs)).toEqual(['dialog B: too long; again', 'task C: ERROR', 'task : failed']);
    expect(complaints(undefined)).toEqual([]);
  });
});

describe('the files of an export', () => {
  const entries = (files: Readonly<Record<string, unknown>>) =>
    new Map(Object.entries(files).map(([name, value]) => [name, Buffer.from(JSON.stringify(value))]));
  it('are found by their names, and there must be a definition', () => {
    expect(exportedFiles(entries({ 'a/appDefinition.json': { a: 1 }, 'a/Config.json': { b: 2 }, 'x.js': 1 }))).toEqual({
      definition: { a: 1 },
      config: { b: 2 },
    });
    expect(exportedFiles(entries({ 'definition.JSON': [] }))).toEqual({ definition: {}, config: {} });
    expect(() => exportedFiles(entries({ 'config.json': {}, 'definition.txt': {} }))).toThrow('holds no definition');
  });
  it('say what the trials ask about', () => {
    const message = (type: string, text: string) => ({ localeData: { en: { type, text } } });
    const facts = trialFactsOf({
      definition: {
        defaultLanguage: 'es',
        dialogs: [
          { localeData: { en: { name: 'B' }, es: { name: 'Be' } } },
          { localeData: { en: { name: 'A' } } },
          { lname: 'c', localeData: { en: { name: '' } } },
        ],
        dialogComponents: [
          { type: 'message', message: [message('basic', 'a%20b'), message('uxmap', 'x'), message('basic', '100%')] },
          { type: 'entity', message: [message('basic', 'asks')] },
        ],
        botEvents: { on: { enabled: true }, off: { enabled: false }, odd: 1 },
      },
      config: {
        envVariables: [
          { key: 'TRY_API', value: 'v', isSecured: true },
          { key: 'toString', value: 'w' },
          { key: 'OTHER', value: 'x' },
        ],
      },
    });
    expect(facts).toEqual({
      dialogs: ['A', 'Be', 'c'],
      sentences: ['a b', '100%'],
      variables: { TRY_API: { value: 'v', isSecured: true } },
      events: ['on'],
    });
  });
});

describe('what an import brings', () => {
  const variable = (key: string, value = '') => ({ key, value, variableType: 'env', hint: '', scope: 'prePopulated' });
  const job = (keys: readonly string[], content?: unknown) =>
    ({
      bot: { definition: { contentVariables: content }, config: { envVariables: keys.map((key) => variable(key)) } },
    }) as unknown as ImportJob;
  const settings = (more: Readonly<Record<string, string>>, values: Readonly<Record<string, string>> = {}) =>
    ({
      assumptions: chooseAssumptions((name) => more[name]),
      variable: (key: string) => values[key],
    }) as DeploySettings;
  const keys = (one: ImportJob, existing: readonly string[], of: DeploySettings) =>
    variablesToImport(one.bot, new Set(existing), of).map(({ key, value }) => `${key}=${value ?? ''}`);

  it('leaves variables that the bot has alone, unless it is told otherwise or knows their values', () => {
    const both = job(['A', 'B']);
    expect(keys(both, ['A'], settings({}, { A: 'a' }))).toEqual(['B=']);
    expect(keys(both, ['A'], settings({ XO_VARIABLES: 'config' }, { A: 'a' }))).toEqual(['A=a', 'B=']);
    expect(keys(both, ['A'], settings({ XO_VARIABLES: 'config' }))).toEqual(['B=']);
    expect(keys(both, ['A'], settings({ XO_EXISTING_VARIABLES: 'import' }))).toEqual(['A=', 'B=']);
  });

  it('names settings of the bot only with the whole bot, and variables only where it has some', () => {
    const parts = (one: ImportJob, whole: boolean, own: boolean, existing: readonly string[] = []) =>
      importOptions(one, whole, new Set(existing), { utterances: 'append', settings: own }, settings({}))['settings'];
    expect(parts(job(['A']), true, true)).toEqual(['botSettings', 'botVariables']);
    expect(parts(job(['A']), true, false)).toEqual(['botVariables']);
    expect(parts(job(['A']), false, true)).toEqual(['botVariables']);
    expect(parts(job(['A']), false, true, ['A'])).toEqual([]);
    expect(parts(job([], []), false, true)).toEqual([]);
    expect(parts(job([], [{}]), false, true)).toEqual(['botVariables']);
  });

  it('says which sentences stay, and which variables are to be left out', () => {
    const options = (utterances: 'append' | 'replace', existing: readonly string[], how: string) =>
      importOptions(
        job(['A']),
        false,
        new Set(existing),
        { utterances, settings: true },
        settings({ XO_EXISTING_VARIABLES: how }),
      )['options'];
    const append = { append: true, replace: false };
    expect(options('append', ['B', 'A'], 'keep')).toEqual({ utterances: append, patterns: append });
    expect(options('append', ['B', 'A'], 'ignore')).toMatchObject({ botVariables: { ignore: ['A', 'B'] } });
    expect(options('append', [], 'ignore')).not.toHaveProperty('botVariables');
    expect(options('replace', [], 'keep')).toMatchObject({ utterances: { append: false, replace: true } });
  });
});
