import { describe, expect, it } from 'vitest';
import { diffBots } from '../../../kore/diff/diff-bots';
import { renderHuman } from '../../../kore/diff/render-human';
import { renderMarkdown } from '../../../kore/diff/render-markdown';
import { scriptTexts } from '../../../kore/diff/script-texts';
import { lineDiff, wordDiff } from '../../../kore/diff/text-diff';
import { readExportFiles } from '../../../kore/read-export';
import { edited, readBot } from './bots';

const readText = (text: string) => readExportFiles(new Map([['botDefinition.json', Buffer.from(text)]]));
const human = (...bots: Parameters<typeof diffBots>) => renderHuman(diffBots(...bots), { color: false });

describe('a diff of anything', () => {
  it('takes 5,000 levels of nesting', async () => {
    const nested = (levels: number, leaf: string) => `${'{"a":['.repeat(levels)}${leaf}${']}'.repeat(levels)}`;
    const bot = (leaf: string) =>
      readText(
        `{"defaultLanguage": "en", "odd": ${nested(5000, leaf)}, "dialogs": [{"_id": "d", "localeData": {"en": ${nested(5000, leaf)}}, "nodes": [{"nodeId": "n", "type": "entity", "componentId": "c", "nodeOptions": ${nested(5000, leaf)}}]}]}`,
      );
    expect(human(await bot('1'), await bot('2'))).toBe('No difference.');
  });

  it('pairs tens of thousands of dialogs, components and sentences without comparing each with each', async () => {
    const many = 20_000;
    const list = (of: (i: number) => string) => Array.from({ length: many }, (_, i) => of(i)).join();
    const bot = (name: string) =>
      readText(
        `{"defaultLanguage": "en", "dialogs": [${list((i) => `{"_id":"d${i}","lname":"${name}${i}"}`)}], "dialogComponents": [${list((i) => `{"_id":"c${i}","type":"intent","name":"${name}${i}","dialogId":"d${i}"}`)}], "sentences": [${list((i) => `{"taskId":"c${i}","sentence":"${name}"}`)}]}`,
      );
    const [before, after] = [await bot('a'), await bot('b')];
    const looked = process.cpuUsage();
    const { dialogs, components } = diffBots(before, after);
    const { user } = process.cpuUsage(looked);
    expect([dialogs.length, components.length]).toEqual([many, many]);
    // Each with each would be 400 million comparisons for every list: minutes.
    expect(user / 1e6).toBeLessThan(20);
  });

  it('does not grow with the length of names in a file', async () => {
    const key = 'k'.repeat(100_000);
    const members = Array.from({ length: 2000 }, (_, i) => `{"v":${i}}`).join();
    const bot = (extra: string) => readText(`{"defaultLanguage":"en","dialogs":[],"${key}":[${members}${extra}]}`);
    const { settings } = diffBots(await bot(''), await bot(',{"v":7},{"v":8}'));
    expect(settings).toHaveLength(2);
    expect(JSON.stringify(settings).length).toBeLessThan(2000);
  });

  it('cannot drive the terminal or the page', async () => {
    const evil = '\u001b]0;owned\u0007\u001b[2J\u202e</details>';
    const bot = await readBot();
    const other = edited(bot, (d) => {
      d[evil] = evil;
      for (const dialog of d.dialogs) dialog.localeData['en'] = { name: evil, shortDesc: evil };
      for (const c of d.dialogComponents) Object.assign(c, { name: evil + c.name, [evil]: evil, script: evil });
      d.sentences.push({ ...d.sentences[0]!, sentence: evil });
    });
    for (const shown of [human(bot, other), human(other, bot), renderMarkdown(diffBots(bot, other))]) {
      expect(shown).toContain('owned');
      expect(shown).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202e]/);
    }
  });
});

describe('texts that differ everywhere', () => {
  it('are told whole', () => {
    const text = (word: string) => Array.from({ length: 5000 }, (_, i) => `${word}${i} `).join('');
    expect(wordDiff(text('a'), text('b'))).toEqual([
      { op: 'removed', text: text('a') },
      { op: 'added', text: text('b') },
    ]);
    const lines = (word: string) => text(word).replaceAll(' ', '\n');
    expect(lineDiff(lines('a'), lines('b')).map((p) => p.op)).toEqual(['removed', 'added']);
    expect(wordDiff('', text('b')).map((p) => p.op)).toEqual(['added']);
  });

  it('are cut when they are longer than any text is', () => {
    const [removed, added] = wordDiff('a'.repeat(600_000), 'b');
    expect(removed?.text).toMatch(/^a{2000}… \(600000 characters\)$/);
    expect(added?.text).toBe('b');
  });

  it.each(['/*', '`', '=/[', '["', "'", '\\', '[', '"a",['])('take time in proportion to their length: %s', (part) => {
    const cost = (times: number) => {
      const script = part.repeat(times / part.length);
      const before = process.cpuUsage();
      scriptTexts(script);
      return process.cpuUsage(before).user / 1000;
    };
    expect(cost(90_000)).toBeLessThan(5000);
  });
});
