import { describe, expect, it } from 'vitest';
import { nluFor } from '../../preview/nlu';
import { dialogName, openBot } from '../../preview/open-bot';
import { buildBot } from './build-bot';
import type { DialogSpec } from './build-bot';

const end = [{ id: 'm', type: 'message' }];
const ask = (name: string, id: string) => [{ id, type: 'entity', name, with: { entityType: 'label' } }];
const bot = openBot(
  buildBot({
    languages: ['en', 'de'],
    dialogs: [
      {
        name: 'Order status',
        says: [
          'where is order ${Order=1001}',
          'where is my order',
          'order #${Order=1001}',
          'wo ist bestellung ${Order=5} @de',
        ],
        nodes: ask('Order', 'e1'),
      },
      {
        name: 'Find products',
        says: ['find products named ${Name=blue mug}', 'show ${Name=mug} in stock', 'find products'],
        nodes: ask('Name', 'e2'),
      },
      { name: 'Secret', hidden: true, says: ['open the vault'], nodes: end },
    ],
  }),
);
const match = (text: string, language = 'en') => {
  const found = nluFor(bot, language).match(text);
  if (found.kind !== 'exact' && found.kind !== 'likely') return { kind: found.kind };
  return {
    kind: found.kind,
    name: dialogName(bot, found.dialog),
    slots: [...found.slots.values()].map((slot) => slot.text),
  };
};

describe('matching an utterance', () => {
  it('knows a training sentence whatever its case and punctuation', () => {
    expect(match('  Where is MY order?! ')).toEqual({ kind: 'exact', name: 'Order status', slots: [] });
  });
  it('knows a dialog by its name', () => expect(match('find Products')).toMatchObject({ name: 'Find products' }));
  it('lays slots over what was said', () => {
    expect(match('where is order #1002?')).toEqual({ kind: 'exact', name: 'Order status', slots: ['#1002'] });
    expect(match('Find products named red tea pot!')).toMatchObject({ slots: ['red tea pot'] });
    expect(match('show small cups in stock')).toMatchObject({ slots: ['small cups'] });
    expect(match('order #77')).toMatchObject({ slots: ['77'] });
  });
  it('gives the place of a slot in the text', () => {
    const text = 'where is order 42';
    const found = nluFor(bot, 'en').match(text);
    const slot = found.kind === 'exact' ? [...found.slots.values()][0] : undefined;
    expect(text.slice(slot?.start, slot?.end)).toBe('42');
  });
  it('takes a sentence that is only alike', () => {
    expect(match('please find some products named lamp')).toMatchObject({
      kind: 'likely',
      name: 'Find products',
      slots: ['lamp'],
    });
  });
  it('offers what it is not sure about', () => {
    const task = (name: string, words: string): DialogSpec => ({ name, says: [words], nodes: end });
    const twins = openBot(
      buildBot({ dialogs: [task('One', 'cancel subscription today'), task('Two', 'cancel subscription later')] }),
    );
    const found = nluFor(twins, 'en').match('cancel subscription');
    expect(found).toMatchObject({
      kind: 'ambiguous',
      offers: [
        { title: 'One', say: 'One' },
        { title: 'Two', say: 'Two' },
      ],
    });
    expect(nluFor(twins, 'en').match('Two')).toMatchObject({ kind: 'exact' });
  });
  it('knows when it does not know', () => {
    expect(match('what is the weather').kind).toBe('none');
    expect(match('').kind).toBe('none');
    expect(match('???').kind).toBe('none');
  });
  it('never starts a hidden dialog', () => {
    expect(match('open the vault').kind).toBe('none');
    expect(match('Secret').kind).toBe('none');
  });
  it('listens in the language of the conversation', () => {
    expect(match('wo ist bestellung 9', 'de')).toMatchObject({ name: 'Order status', slots: ['9'] });
    expect(match('wo ist bestellung 9', 'en').kind).toBe('none');
    expect(match('where is my order', 'de').kind).not.toBe('exact');
  });
  it('knows a word without its accents, in the plural, and misspelt', () => {
    expect(match('Wo ist Bestellüng 9', 'de')).toMatchObject({ name: 'Order status', slots: ['9'] });
    expect(match('wher is my ordr')).toMatchObject({ kind: 'exact', name: 'Order status' });
    expect(match('where is my odrer')).toMatchObject({ kind: 'exact', name: 'Order status' });
    expect(match('where are my orders')).toMatchObject({ kind: 'likely', name: 'Order status' });
  });
  it('does not take one number for a sentence, nor markup for a number', () => {
    expect(match('1001').kind).toBe('none');
    expect(match('order <script>alert(1)</script>').kind).not.toBe('exact');
  });
  it('is quick with a thousand dialogs, even for long input', () => {
    const dialogs: DialogSpec[] = Array.from({ length: 1000 }, (_, i) => ({
      name: `Task ${i}`,
      says: [`do thing ${i} for me`, `please run task number ${i} with \${E${i}=x}`, `I want job${i} done now`],
      nodes: ask(`E${i}`, `e${i}`),
    }));
    const nlu = nluFor(openBot(buildBot({ dialogs })), 'en');
    nlu.match('warm up');
    const started = performance.now();
    for (let i = 0; i < 20; i += 1) nlu.match(`please run task number ${i} with everything`);
    nlu.match('please do run task the thing for me '.repeat(80));
    expect((performance.now() - started) / 21).toBeLessThan(50);
  });
});

describe('a sentence that is nothing but a value', () => {
  const bare = openBot(
    buildBot({
      dialogs: [
        { name: 'Order status', says: ['${Order=#1001}', 'where is order ${Order=#1001}'], nodes: ask('Order', 'e1') },
        { name: 'Customer', says: ['${Mail=ada@example.com}', 'find a customer'], nodes: ask('Mail', 'e2') },
        { name: 'Find products', says: ['show me ${Name=mug}', 'what do you sell'], nodes: ask('Name', 'e3') },
      ],
    }),
  );
  const found = (text: string) => {
    const result = nluFor(bare, 'en').match(text);
    return 'dialog' in result ? [result.kind, dialogName(bare, result.dialog)] : [result.kind];
  };
  it('starts what asks for one of its kind', () => {
    for (const text of ['#1001', '1001!', 'EN-2002']) expect(found(text)).toEqual(['exact', 'Order status']);
    expect(found('eve@example.org')).toEqual(['exact', 'Customer']);
  });
  it('is not told from what is of another kind', () => {
    for (const text of ['7210000000001', 'mugs', '<b>1</b>']) expect(found(text)).toEqual(['none']);
  });
  it('interrupts no question', () => {
    expect(nluFor(bare, 'en').matchExact('#1001').kind).toBe('none');
    expect(nluFor(bare, 'en').matchExact('where is order #1001').kind).toBe('exact');
  });
  it('is no name of a thing', () => {
    expect(found('show me eve@example.org')).not.toEqual(['exact', 'Find products']);
    expect(found('show me hats')).toEqual(['exact', 'Find products']);
  });
});

describe('a name of a thing alone', () => {
  const shop = openBot(
    buildBot({
      dialogs: [
        { name: 'Order', says: ['where is order ${Order=#1001}', 'track my order'], nodes: ask('Order', 'e1') },
        { name: 'Things', says: ['${Name=mug}', 'do you sell ${Name=mug}'], nodes: ask('Name', 'e2') },
        { name: 'Change', says: ['cancel order 1001', 'cancel my order', 'see you soon'], nodes: end },
      ],
    }),
  );
  const found = (text: string) => {
    const result = nluFor(shop, 'en').match(text);
    return 'dialog' in result ? dialogName(shop, result.dialog) : result.kind;
  };
  it('starts what asks for any words', () => {
    for (const text of ['mugs', 'blue enmael mug', 'wool blanket, please', 'Backpack 24L', 'a kettle'])
      expect([text, found(text)]).toEqual([text, 'Things']);
  });
  it('is the whole value', () => {
    const result = nluFor(shop, 'en').match('blue enmael mug');
    expect('slots' in result && [...result.slots.values()].map((slot) => slot.text)).toEqual(['blue enmael mug']);
  });
  it('is no sentence, no number and no markup', () => {
    for (const text of ['what is the weather', 'my cat sleeps', '99', '<b>mugs</b>', 'a'.repeat(40)])
      expect([text, found(text)]).not.toEqual([text, 'Things']);
  });
  it('is no other word that it resembles', () => expect(found('titanium spoon')).toBe('Things'));
  it('does not answer a question that is open', () =>
    expect(nluFor(shop, 'en').matchExact('blue mug').kind).toBe('none'));
  it('differs from a number in a sentence, which stands for any other', () => {
    expect(found('cancel order #2002')).toBe('Change');
    expect(found('where is order #2002')).toBe('Order');
  });
});

describe('what is learned of words that few sentences have', () => {
  const says = 'lost late gone stuck broken open wet damaged'.split(' ').map((word) => `my parcel got ${word}`);
  const asks = 'find see get want need buy take order'.split(' ').map((verb) => `I ${verb} a \${Name=mug}`);
  const learned = openBot(
    buildBot({
      dialogs: [
        { name: 'Parcel', says, nodes: end },
        { name: 'Things', says: asks, nodes: ask('Name', 'e1') },
      ],
    }),
  );
  it('is that an unknown word is not the name of a thing wherever it stands', () => {
    const result = nluFor(learned, 'en').match('my parcel got delayed');
    expect('dialog' in result && dialogName(learned, result.dialog)).toBe('Parcel');
  });
});

describe('forms of one bot', () => {
  const form = (says: readonly string[], matchers: Parameters<typeof openBot>[1]) =>
    openBot(buildBot({ dialogs: [{ name: 'Order status', says, nodes: ask('Order', 'e1') }] }), matchers);
  it('that are trained with the same sentences are trained once, and know dialogs of their own', () => {
    const matchers: Parameters<typeof openBot>[1] = new Map();
    const same = [form(['where is my order'], matchers), form(['where is my order'], matchers)];
    for (const one of same) {
      const found = nluFor(one, 'en').match('where is my order');
      expect(found.kind === 'exact' && found.dialog === one.dialogs[0]).toBe(true);
    }
    expect(matchers.size).toBe(1);
    const other = nluFor(form(['where is the parcel'], matchers), 'en');
    expect([other.match('where is the parcel').kind, other.matchExact('where is my order').kind]).toEqual([
      'exact',
      'none',
    ]);
    expect(matchers.size).toBe(2);
  });
});
