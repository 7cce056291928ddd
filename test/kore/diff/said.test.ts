import { beforeAll, describe, expect, it } from 'vitest';
import { diffBots } from '../../../kore/diff/diff-bots';
import type { FieldChange } from '../../../kore/diff/diff';
import { renderHuman } from '../../../kore/diff/render-human';
import { renderMarkdown } from '../../../kore/diff/render-markdown';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

/** The bot with a message in these channels. */
const saying = (channels: Readonly<Record<string, string>>, type: 'basic' | 'uxmap' = 'uxmap') =>
  edited(bot, (d) => {
    component(d, 'OrderStatusMessage').message = Object.entries(channels).map(([channel, text]) => ({
      channel,
      localeData: { en: { text: encodeURIComponent(text), type } },
    }));
  });

const fieldsOf = (before: KoreBot, after: KoreBot): readonly FieldChange[] =>
  diffBots(before, after).dialogs.flatMap((d) => d.nodes.flatMap((n) => n.fields));

const details = (title: string, label: string) => {
  const script = `const title = shown(\`${title}\${answer.order}\`);\nrow(${JSON.stringify(label)}, answer.area);`;
  return saying({ default: script, rtm: `${script}\nprint(JSON.stringify({ title: title, rows: rows }));` });
};

describe('what a JavaScript message says', () => {
  it('is shown by its words, once for all channels, below its component and dialog', () => {
    const diff = diffBots(details('Order ', 'Going to'), details('Your order ', 'Shipped to'));
    expect(diff.dialogs[0]?.nodes[0]?.fields).toHaveLength(2);
    expect(diff.dialogs[0]?.nodes[0]).toMatchObject({
      name: 'OrderStatusMessage',
      fields: [
        { field: 'message (en)', as: 'words' },
        { field: 'message (en)', as: 'words', parts: [{ text: 'Going' }, { text: 'Shipped' }, { text: ' to' }] },
      ],
    });
    expect(renderHuman(diff, { color: false })).toContain('message (en): [-Going-]{+Shipped+} to');
    expect(renderMarkdown(diff)).toMatch(
      /^- +message \(en\): Order \$\{order\}\n\+ +message \(en\): Your order \$\{order\}$/m,
    );
  });

  it('is shown by lines when the code differs as well', () => {
    const before = saying({ default: 'print("Your order")' });
    expect(fieldsOf(before, saying({ default: 'if (late) print("Your late order")' }))).toMatchObject([
      { as: 'lines' },
    ]);
    expect(fieldsOf(before, saying({ default: 'print(\n"Your order")' }))).toMatchObject([{ as: 'lines' }]);
  });

  it('is shown by words when it loses its last placeholder', () => {
    const script = 'const shown = (text) => text.trim();';
    const before = saying({ default: `${script}\nprint(shown(\`No order \${said.order}.\`, 640));` });
    expect(fieldsOf(before, saying({ default: 'No order.' }, 'basic'))).toMatchObject([
      { as: 'words', parts: [{ text: 'No order' }, { text: ' ${order}' }, { text: '.' }] },
    ]);
  });

  it('is never a secret', () => {
    const [before, after] = ['hunter2!hunter2', 'hunter3!hunter3'].map((secret) =>
      saying({ default: `const password = "${secret}";` }),
    ) as [KoreBot, KoreBot];
    expect(fieldsOf(before, after)).toMatchObject([{ as: 'secret' }]);
    expect(JSON.stringify(diffBots(before, after))).not.toContain('hunter');
  });
});
