import { describe, expect, it } from 'vitest';
import { scriptTexts } from '../../../kore/diff/script-texts';
import { wordDiff } from '../../../kore/diff/text-diff';

const texts = (script: string) => scriptTexts(script).texts.filter((text) => text !== '');

describe('the texts of a script', () => {
  it('reads template strings as an author writes them', () => {
    expect(texts('const title = shown(`Order ${answer.order} of "you"`, 80);')).toEqual(['Order ${order} of "you"']);
    expect(texts('say("Details", item.id && `details of product ${item.id}`);')).toEqual([
      'Details',
      'details of product ${id}',
    ]);
    expect(texts('const row = `${label}: ${value}`; const query = `\nquery A {\n  b\n}`;')).toEqual([]);
  });

  it('reads labels and headings of one word', () => {
    expect(texts('row("Placed", answer.placed);')).toEqual(['Placed']);
    expect(texts('columns: [\n  ["Price", "right"],\n  ["Stock", "left"],\n],')).toEqual(['Price', 'Stock']);
  });

  it('reads strings that say something and leaves keys and words of the code', () => {
    expect(texts(`if (more === "yes") buttons.unshift({ type: "postback", title: "More", payload: say });`)).toEqual([
      'More',
    ]);
    expect(texts(`print("Hi"); print('It\\'s "here"'); const things = of("orders", ["a", "b"]);`)).toEqual([
      'Hi',
      'It\'s "here"',
    ]);
  });

  it('is not misled by quotes in comments, patterns and template literals', () => {
    const script = '// it\'s "no text"\nconst a = /["\']/.test(b); const c = `${"no text"}`; print("A text");';
    expect(texts(script)).toEqual(['A text']);
    expect(scriptTexts('a = b / c; print("A / text")').texts).toEqual(['A / text']);
  });

  it('takes layout for no difference and everything else for one', () => {
    const code = (script: string) => scriptTexts(script).code;
    expect(code('a = [{ text: "A" }];')).toBe(code('a = [\n    {\n text: "Longer text"\n}\n];'));
    expect(code('things("orders")')).not.toBe(code('things("products")'));
    expect(code('// one\nprint("A b")')).not.toBe(code('// two\nprint("A b")'));
  });
});

it('takes a placeholder for one word', () => {
  expect(wordDiff('no order ${order}.', 'no order ${number}.')).toEqual([
    { op: 'same', text: 'no order ' },
    { op: 'removed', text: '${order}' },
    { op: 'added', text: '${number}' },
    { op: 'same', text: '.' },
  ]);
});
