import { describe, expect, it } from 'vitest';
import type { DeployStep } from '../../deploy/errors';
import { explain } from '../../deploy/explain';
import { saidIn } from '../../deploy/said';

const codeOf = (step: DeployStep, words: string, status?: number, code?: number) =>
  explain(step, words, status, code).failure.code;

describe('the platform’s own words are explained', () => {
  it.each<[string, DeployStep, string, number, number | undefined]>([
    ['request-lost', 'import', 'Invalid request ID', 400, undefined],
    ['request-lost', 'export', 'Invalid request ID', 400, 400],
    ['not-found', 'import', 'Invalid StreamId', 400, undefined],
    ['not-found', 'export', 'Invalid StreamId', 400, undefined],
    ['not-found', 'publish', 'Invalid StreamId', 400, undefined],
    ['not-found', 'export', 'nothing here', 404, undefined],
    ['forbidden', 'import', 'Permission denied. Scope is incorrect!', 401, 4002],
    ['forbidden', 'import', 'Permission denied. Scope is incorrect!', 401, undefined],
    ['forbidden', 'train', 'other words', 401, 4002],
    ['forbidden', 'train', '', 403, undefined],
    ['unauthorized', 'upload', 'Invalid SDK credentials', 401, undefined],
    ['unauthorized', 'upload', 'Invalid JWT token', 401, undefined],
    ['unauthorized', 'upload', '', 401, undefined],
    ['clock', 'upload', 'token is expired', 401, undefined],
    ['file-expired', 'import', 'Invalid file id', 400, undefined],
    ['file-expired', 'import', 'gone', 410, undefined],
    ['wrong-file', 'import', 'icon is required', 412, undefined],
    ['wrong-file', 'import', '', 412, undefined],
    ['wrong-file', 'upload', 'Unsupported file extension: zip', 400, undefined],
    ['rate-limit', 'import', 'Rate limit for this API has been reached.', 400, undefined],
    ['rate-limit', 'import', '', 429, undefined],
    ['name-taken', 'import', 'Bot name X already exists', 400, undefined],
    ['restored-unpublished', 'import', 'the bot was restored', 400, undefined],
    ['dependent-missing', 'import', 'Dependent task x is missing', 400, undefined],
    ['wrong-platform', 'import', 'Bot imports are not supported', 400, undefined],
    ['no-channel', 'publish', 'At least one channel must be enabled', 400, undefined],
    ['platform', 'import', 'something channel-like elsewhere', 400, undefined],
    ['platform', 'import', 'no idea', 409, undefined],
  ])('%s: at %s, "%s" with %i', (code, step, words, status, number) =>
    expect(codeOf(step, words, status, number)).toBe(code),
  );

  it('and a missing scope is named', () => {
    expect(explain('train', 'x', 401, 4002).failure.likelyCause).toContain('Train ML');
    expect(explain('channel', 'x', 401, 4002).failure.likelyCause).toContain('Channel Management');
  });
});

describe('words and numbers are found in any shape of answer', () => {
  it.each<[string, string, number | undefined]>([
    ['{"errors":[{"msg":"a","code":4002}]}', 'a', 4002],
    ['{"errors":[{"msg":"a","code":"4002"}]}', 'a', 4002],
    ['{"error":{"message":"a","code":9}}', 'a', 9],
    ['{"message":"a"}', 'a', undefined],
    ['{"errors":"a","code":"E_X"}', 'a', undefined],
    ['{"errors":[{"msg":""},{"msg":"b"}]}', 'b', undefined],
    ['["a","b"]', 'a', undefined],
    ['"a"', 'a', undefined],
    ['{"other":1}', '{"other":1}', undefined],
    ['null', 'null', undefined],
    ['plain', 'plain', undefined],
  ])('%s', (text, words, code) => {
    expect(saidIn(text).words).toBe(words);
    expect(saidIn(text).code).toBe(code);
  });

  it('and a page is read without its marks', () =>
    expect(saidIn('<html><b>Bad</b> gateway</html>').words.trim()).toMatch(/^Bad\s+gateway$/));
});
