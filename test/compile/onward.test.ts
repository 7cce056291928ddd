import { expect, test } from 'vitest';
import { TARGETS } from '../../kore/format';
import { botOf, built, edited, specsOf } from '../build/specs';

const BUTTONS = '\n  buttons:\n    - { title: Find points, action: find-points }\n';
const messages = (buttons: string, target: (typeof TARGETS)[number]) => {
  const folder = edited(specsOf('parcels'), 'bot.yaml', (text) => text.replace(/^replies:$/m, `replies:${buttons}`));
  const component = built(botOf(folder), target).definition.dialogComponents.find(
    ({ name }) => name === 'replyProblem',
  );
  return (component?.message ?? []).map(({ channel, localeData }) => [
    channel,
    decodeURIComponent(localeData['en']?.text ?? ''),
  ]);
};

test.each(TARGETS)('on %s, buttons stand below what says why there is no answer, on the web alone', (target) => {
  const [plain, web] = messages(BUTTONS, target);
  expect(plain?.[0]).toBe('default');
  expect(plain?.[1]).not.toContain('quick_replies');
  expect(web?.[0]).toBe('rtm');
  expect(web?.[1]).toContain('title: "Find points", payload: "');
  expect(web?.[1]).toContain('words[context.problem]');
});
