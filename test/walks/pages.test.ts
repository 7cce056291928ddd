import { expect, test } from 'vitest';
import { commandsIn, wordsOf } from './pages';

test('a command as its words', () => {
  expect(wordsOf(`npm run new -- --rest "GET /a/{b}" 'c d'`)).toEqual([
    'npm',
    'run',
    'new',
    '--',
    '--rest',
    'GET /a/{b}',
    'c d',
  ]);
});

test('the commands of a block, without what explains them', () => {
  const block =
    'npm ci && npm run build       # the zips\n$ cat query.graphql\n$ npm run chat     find mug\ncd ../my-bot\n';
  expect(commandsIn([block])).toEqual(['npm ci', 'npm run build', 'npm run chat', 'cd ../my-bot']);
});
