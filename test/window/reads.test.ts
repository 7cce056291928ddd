import { describe, expect, test } from 'vitest';
import type { Look } from './looks';
import { admitted, echoed, measure, misbehaviour } from './oracle';
import { folded, readsAs } from './reads';
import type { Drawn, OpenWindow } from './window';

describe('what was drawn reads as what was meant', () => {
  test.each([
    ['Ada & Bo', 'Ada & Bo'],
    ['‹b›', '<b>'],
    ['“x”', '"x"'],
    ['＊bold＊', '*bold*'],
    ['a\u2060&\u2060b', 'a&b'],
    ['one two', 'one\ntwo'],
    ['Blue enam…', 'Blue enamel mug'],
    ['Blue…mug', 'Blue enamel mug'],
    ['…', '…'],
  ])('%j for %j', (drawn, meant) => expect(readsAs(drawn, meant)).toBe(true));

  test.each([
    ['bold', '*bold*'],
    ['', 'x'],
    ['Ada', 'Bo'],
    ['Blue mug', 'Blue enamel mug'],
    ['enamel…', 'Blue enamel mug'],
    ['Blue…cup', 'Blue enamel mug'],
    ['mug…Blue enamel', 'Blue enamel mug'],
    ['a…', 'a long text'],
    ['😄', ':smile:'],
    ['evil', '[evil](https://evil.example)'],
    ['12 50 USD', '\\$(12.50,"USD")'],
    ['moc.live', '\u202elive.com'],
  ])('%j not for %j', (drawn, meant) => expect(readsAs(drawn, meant)).toBe(false));

  test('signs that look alike are one, and no other two are', () => {
    expect(folded('＜')).toBe('<');
    const signs = Array.from('abz019<>"\'&*_~#`[](){}:/\\@$%+-=');
    expect(new Set(signs.map(folded)).size).toBe(signs.length);
  });
});

/** A window that does not exist: it draws a text as a paragraph, unless it is told otherwise. */
function fake(
  draw: (text: string) => readonly Drawn[],
  milliseconds = 1,
  happened: readonly string[] = [],
): OpenWindow {
  let isPlain = true;
  return {
    render: (messages) =>
      Promise.resolve(
        messages.map((said) => ({
          drawn: draw('text' in said ? said.text : ''),
          milliseconds: 'text' in said && said.text.startsWith('Qz') ? 1 : milliseconds,
        })),
      ),
    happened: () => {
      const now = isPlain ? [] : happened;
      isPlain = false;
      return Promise.resolve(now);
    },
    close: () => Promise.resolve(),
  };
}

const look: Look = {
  name: 'plain',
  say: ({ texts, picture }) => ({ text: `${texts[0] ?? ''}${picture === 'bad' ? '!' : ''}` }),
};
const p = (text: string): Drawn => ({ kind: 'p', text });
const onlyFor = (text: string, drawn: readonly Drawn[]) => (said: string) => (said === text ? drawn : [p(said)]);

describe('the oracle of the windows', () => {
  const judge = async (window: OpenWindow, text: string) => misbehaviour(window, await measure(window, [look]), [text]);

  test('has nothing to say of a text that is read, and nothing else', async () => {
    expect(
      await judge(
        fake((text) => [p(text)]),
        'x',
      ),
    ).toEqual([]);
  });

  test.each<[what: string, window: OpenWindow, said: string]>([
    ['another element', fake(onlyFor('x', [{ kind: 'b', text: 'x' }])), '<b> stands where <p> should'],
    ['an element more', fake(onlyFor('x', [p('x'), { kind: 'a', text: '' }])), '<a> was added'],
    ['an element less', fake(onlyFor('x', [])), '<nothing> stands where <p> should'],
    ['other words', fake(onlyFor('x', [p('y')])), '"y" is read for "x"'],
    ['no words', fake(onlyFor('x', [p('')])), '"" is read for "x"'],
    ['a page that stands still', fake((text) => [p(text)], 2001), 'it took 2001 ms'],
    ['a request', fake((text) => [p(text)], 1, ['https://evil.example/p.gif']), 'https://evil.example/p.gif'],
    ['a script', fake((text) => [p(text)], 1, ['a script ran: 1']), 'a script ran: 1'],
  ])('notices %s', async (_, window, said) => {
    expect((await judge(window, 'x')).join()).toContain(said);
  });

  test('notices a message that is not drawn at all', async () => {
    const window = fake((text) => [p(text)]);
    const measured = await measure(window, [look]);
    const silent = { ...window, render: () => Promise.resolve([]) };
    expect((await misbehaviour(silent, measured, ['x'])).join()).toContain('nothing was drawn');
  });

  test('notices an address that is let in', async () => {
    const words = (text: string) => p(text.replace('!', ''));
    expect(
      await admitted(
        fake((text) => [words(text)]),
        [look],
        ['bad'],
      ),
    ).toEqual([]);
    const shown = (text: string) => (text.endsWith('!') ? [words(text), { kind: 'img', text: '' }] : [words(text)]);
    expect((await admitted(fake(shown), [look], ['bad'])).join()).toContain('<img> was added');
  });

  test('notices what is repeated as more than words', async () => {
    expect(
      await echoed(
        fake((text) => [p(text)]),
        ['*x*'],
      ),
    ).toEqual([]);
    expect((await echoed(fake(onlyFor('*x*', [p('x')])), ['*x*'])).join()).toContain('"x" is read for "*x*"');
  });
});
