import { describe, expect, test } from 'vitest';
import { agentFlow } from '../../generator/compile/agent-steps';
import { oneAction } from './small';
import { flow, flowOf, innerOf, INPUT, type Lines, saidBy, stepIn, WRITES } from './small-flows';

const ANSWERS = {
  more: 'answers: { stop: { title: S, description: D., utterances: [stop it], text: S., leaves: true } }',
};

describe('after an answer', () => {
  const LIST = '{ look: list, each: things, item: { title: "${n}" } }';
  const PAGED = {
    request: '{ rest: { path: /x }, paging: { next: next } }',
    response: '{ fields: { things: { each: items, fields: { n: n } } } }',
    reply: `{ found: ${LIST}, empty: E }`,
  };

  test('come the next steps', () => {
    const next = '{ buttons: [{ title: B, action: get-it }] }';
    expect(flow({ next })).toMatchObject({ found: ['→ next'], next: ['→ end'] });
    expect(flow({ ...PAGED, next })).toMatchObject({ found: ['→ next'] });
  });

  test('of pages they come where there is another', () => {
    expect(flow({ ...PAGED, utterances: '[show more of it]' })).toMatchObject({
      found: ['more=yes → next', '→ end'],
      next: ['→ end'],
      'none-yet': ['→ end'],
      call: [
        'outcome=found → found',
        'outcome=empty → empty',
        'outcome=nextPage → prepare',
        'outcome=noneYet → none-yet',
        'outcome=noMore → none-yet',
        '→ say-problem',
      ],
    });
    expect(flow({})).not.toHaveProperty('none-yet');
  });

  test('a button asks for the next page', () => {
    const said = (utterances: string) => saidBy(stepIn(flowOf({ ...PAGED, utterances }).steps, 'next'))[1];
    expect(said('[get it, show more of it]')).toMatchObject({
      view: { more: '"Show more"', moreSay: '"show more of it"' },
    });
    expect(said('[get it]')).toMatchObject({ view: { more: null, moreSay: null } });
  });

  test('in place of a page only buttons without a value lead on', () => {
    const next =
      '{ buttons: [{ title: A, action: get-it }, { title: B, action: get-it, with: { w: x } }, { title: C, action: get-it, when: { n: x } }] }';
    const [, web] = saidBy(stepIn(flowOf({ ...PAGED, next, utterances: '[show more of it]' }).steps, 'none-yet'));
    expect(
      (web as { readonly view: { readonly buttons: readonly { readonly title: string }[] } }).view.buttons.map(
        ({ title }) => title,
      ),
    ).toEqual(['"A"']);
  });

  test('a carousel has its sentence before it', () => {
    const carousel = (text: string) => ({
      response: '{ fields: { things: { each: items, fields: { n: n } } } }',
      reply: `{ found: { look: carousel, ${text} each: things, item: { title: "\${n}" } }, empty: E }`,
    });
    expect(flow(carousel('text: Here.,'))).toMatchObject({
      call: ['outcome=found → found-text', 'outcome=empty → empty', '→ say-problem'],
      'found-text': ['→ found'],
      found: ['→ end'],
    });
    expect(flow(carousel(''))).not.toHaveProperty('found-text');
    expect(
      flow({ ...carousel(''), reply: `{ found: ${LIST.replace('each', 'text: Here., each')}, empty: E }` }),
    ).not.toHaveProperty('found-text');
    expect(saidBy(stepIn(flowOf(carousel('text: Here.,')).steps, 'found-text'))).toEqual(['Here.']);
    expect(saidBy(stepIn(flowOf(carousel('text: Here.,')).steps, 'found'))).toMatchObject([
      {},
      { view: { text: null } },
    ]);
  });

  test('comes what is only like it', () => {
    const near = {
      ...INPUT,
      response: '{ near: { at: wider, input: a, words: [n] }, fields: { things: { each: items, fields: { n: n } } } }',
      reply:
        '{ found: { look: carousel, text: Here., each: things, item: { title: "${n}" } }, near: Nearly., empty: E }',
    };
    expect(flow(near)).toMatchObject({ near: ['→ found'] });
    expect(flow(near)['call']).toContain('outcome=near → near');
    expect(flow({ ...near, reply: near.reply.replace('near: Nearly., ', '') })).not.toHaveProperty('near');
  });

  test('that is done is called so', () => {
    const names = (lines: Lines) =>
      flowOf(lines).steps.flatMap((one) => ('component' in one ? [one.component.name] : []));
    expect(names({ ...WRITES, reply: '{ done: D }' })).toContain('getItDone');
    expect(names(WRITES)).toContain('getItFound');
  });
});

describe('what is said in place of an answer', () => {
  test('is heard, and led on from', () => {
    expect(flow(INPUT, ANSWERS)).toMatchObject({
      prepare: ['context.aside.is=yes → say-aside', 'outcome=needs-input → needs-input', '→ call'],
      found: ['context.aside.more=yes → say-aside', '→ end'],
      empty: ['context.aside.more=yes → say-aside', 'context.aside.more=else → say-aside', '→ end'],
      'say-aside': ['→ end'],
    });
    expect(flow({}, ANSWERS)['empty']).toEqual(['context.aside.more=yes → say-aside', '→ end']);
    expect(flow(INPUT)['empty']).toEqual(['→ end']);
    expect(innerOf(INPUT, 'prepare', ANSWERS)).toEqual(['script getItRead', 'script smallHear', 'script getItPrepare']);
  });

  test('leads on before the next steps', () => {
    const next = '{ buttons: [{ title: B, action: get-it }] }';
    expect(flow({ next }, ANSWERS)['found']).toEqual(['context.aside.more=yes → say-aside', '→ next']);
  });

  test('is answered with what bot.yaml says, with buttons on the web', () => {
    const more = `answers:
  stop: { title: S, description: D., utterances: [stop it], text: S., leaves: true, buttons: [{ title: B, action: get-it }] }
  thanks: { title: T, description: D., utterances: [thanks], text: T. }`;
    const said = saidBy(stepIn(flowOf(INPUT, { more }).steps, 'say-aside'));
    const answers = [{ id: 'stop', text: 'S.', buttons: [{ title: '"B"', say: '"get me the thing"' }] }];
    expect(said).toMatchObject([{ view: { answers, buttons: false } }, { view: { answers, buttons: true } }]);
  });
});

describe('handing over', () => {
  test('comes after an input that nobody could answer', () => {
    expect(flow(INPUT, { more: 'agent: true' })).toMatchObject({
      'give-up': ['→ hand-over'],
      'hand-over': ['→ transfer-to-agent'],
      'transfer-to-agent': ['→ end'],
    });
    const none = flow(INPUT, { more: 'agent: { giveUp: false }' });
    expect(none['give-up']).toEqual(['→ end']);
    expect(none).not.toHaveProperty('hand-over');
    expect(flow({}, { more: 'agent: true' })).not.toHaveProperty('hand-over');
  });

  const replies =
    'replies: { sign-in: Sign in., unauthorized: No token., forbidden: Not allowed., throttled: Busy., unavailable: Away., invalid: Wrong., task-failure: Failed., buttons: [{ title: B, action: get-it }] }';
  test('takes the place of buttons', () => {
    const said = (more: string) => saidBy(stepIn(flowOf(INPUT, { replies, more }).steps, 'give-up')).length;
    expect(said('')).toBe(2);
    expect(said('agent: { giveUp: false }')).toBe(2);
    expect(said('agent: true')).toBe(1);
    expect(saidBy(stepIn(flowOf(INPUT).steps, 'give-up'))).toHaveLength(1);
  });

  test('has a dialog of its own', () => {
    const [bot] = oneAction({}, { more: 'agent: true' });
    const { steps, hidden } = agentFlow(bot);
    expect([steps.map(({ name }) => name), hidden]).toEqual([['intent0', 'hand-over', 'transfer-to-agent'], false]);
    expect(() => agentFlow(oneAction()[0])).toThrow('en has no words for handing over');
  });

  test('problems are said with buttons on the web alone', () => {
    const said = (lines: Lines) => saidBy(stepIn(flowOf({}, lines).steps, 'say-problem'));
    expect(said({ replies })).toMatchObject([{ view: { buttons: [] } }, { view: { buttons: [{ title: '"B"' }] } }]);
    expect(said({})).toMatchObject([
      {
        view: {
          words: [
            { outcome: 'unauthorized', text: 'No token.' },
            { outcome: 'forbidden' },
            { outcome: 'throttled' },
            { outcome: 'unavailable' },
            { outcome: 'invalid' },
            { outcome: 'refused' },
          ],
        },
      },
    ]);
    expect(said({})).toHaveLength(1);
  });

  test('problems that are more than a sentence have messages of their own', () => {
    const buttoned = replies.replace(
      'throttled: Busy.',
      'throttled: { text: Busy., buttons: [{ title: B, action: get-it }] }',
    );
    expect(flow({}, { replies: buttoned })).toMatchObject({ throttled: ['→ end'] });
    expect(flow({}, { replies: replies.replace('Busy.', '"Busy, ${name}."') })).toHaveProperty('throttled');
    expect(flow({}, { replies: replies.replace('throttled: Busy.', 'throttled: { look: text }') })).toHaveProperty(
      'throttled',
    );
  });
});
