import { describe, expect, test } from 'vitest';
import {
  entity,
  FETCHED,
  flow,
  flowOf,
  innerOf,
  INPUT,
  KINDS,
  type Lines,
  OPEN,
  saidBy,
  stepIn,
  WRITES,
} from './small-flows';

describe('a token', () => {
  test('is fetched where there is none, and again where it is not taken', () => {
    expect(flow({}, FETCHED)).toMatchObject({
      prepare: ['token=missing → token', '→ call'],
      token: ['context.problem=none → call', '→ say-problem'],
      call: ['outcome=found → found', 'outcome=empty → empty', 'outcome=renew → token', '→ say-problem'],
    });
    expect(innerOf({}, 'token', FETCHED)).toEqual(['service smallTokenService', 'script smallToken']);
  });

  test('is fetched before something is written', () => {
    const token = [
      'context.problem=unauthorized → say-problem',
      'context.problem=throttled → say-problem',
      'context.problem=unavailable → say-problem',
      'token=renewed → send',
      '→ confirm',
    ];
    expect(flow(WRITES, FETCHED)).toMatchObject({ token, prepare: ['token=missing → token', '→ confirm'] });
  });
});

describe('what writes', () => {
  test('is asked for, and noted', () => {
    expect(flow(WRITES)).toMatchObject({
      prepare: ['→ confirm'],
      confirm: ['yes → send', 'no → declined'],
      declined: ['→ end'],
      unsure: ['→ end'],
      send: ['doubt=yes → confirm', '→ call'],
      call: ['outcome=found → found', 'outcome=empty → empty', 'outcome=unsure → unsure', '→ say-problem'],
    });
    expect(stepIn(flowOf(WRITES).steps, 'confirm').kind).toBe('dialogAct');
  });

  test('unasked is asked for only in doubt', () => {
    const unasked = { ...WRITES, confirm: 'no', because: 'It is harmless.' };
    expect(flow(unasked)).toMatchObject({ prepare: ['doubt=yes → confirm', '→ send'] });
    expect(flow(unasked, FETCHED)).toMatchObject({
      prepare: ['token=missing → token', 'doubt=yes → confirm', '→ send'],
    });
  });

  const CHANGE = { ...WRITES, confirm: '{ ask: Sure?, change: [a] }' };
  test('may be changed', () => {
    expect(flow({ ...CHANGE, ...INPUT })).toMatchObject({
      confirm: ['confirm=yes → send', 'confirm=change a → change', '→ declined'],
      change: ['confirm=change a → a', '→ a'],
    });
    expect(entity({ ...CHANGE, ...INPUT }, 'confirm')).toMatchObject({
      asks: 'required',
      fresh: true,
      retries: 3,
      giveUp: 'declined',
    });
  });

  test('may not be changed where nothing is asked', () => {
    expect(flow({ ...CHANGE, inputs: '{ a: { value: "${session.x}" } }' })['confirm']).toEqual([
      'yes → send',
      'no → declined',
    ]);
  });

  const script = (lines: Lines, name: string) => {
    const step = stepIn(flowOf(lines).steps, name);
    const of = step.kind === 'call' ? step.inner[0]?.component.view['script'] : undefined;
    return (of as { readonly view: Readonly<Record<string, unknown>> }).view;
  };

  test.each([
    ['a', INPUT.inputs, false],
    ['a', OPEN.inputs, true],
    ['k', KINDS, false],
    ['a', KINDS, true],
  ])('leads back to the question of %s, or straight on: %#', (input, inputs, directly) => {
    const lines = { ...WRITES, confirm: `{ ask: Sure?, change: [${input}] }`, inputs };
    expect(script(lines, 'change')['change']).toMatchObject([{ value: `change ${input}`, input, directly }]);
  });

  test('is noted with its question where that may be changed', () => {
    expect(script(WRITES, 'send')['fresh']).toBeNull();
    expect(script({ ...CHANGE, ...INPUT }, 'send')['fresh']).toBe('getItConfirm');
  });

  test('is asked for in words, with buttons', () => {
    const step = stepIn(
      flowOf({ ...WRITES, confirm: '{ ask: Sure?, yes: Yes please and thank you }' }).steps,
      'confirm',
    );
    expect('component' in step && step.component.synonyms).toEqual({
      en: { yes: ['yes', 'Yes please and thank you'], no: ['no', 'No'] },
    });
    expect(saidBy(step)).toMatchObject([
      { template: 'messages/confirm.default' },
      {
        template: 'messages/confirm.rtm',
        view: {
          ask: '"Sure?"',
          whole: 'ask',
          uses: ['doubt'],
          choices: [
            { title: 'Yes please and than…', say: 'yes' },
            { title: 'No', say: 'no' },
          ],
        },
      },
    ]);
  });

  test('is asked for with a list of values where it may be changed', () => {
    const lines = { ...CHANGE, ...INPUT, confirm: '{ ask: Sure?, yes: ok, change: [a] }' };
    const step = stepIn(flowOf(lines).steps, 'confirm');
    const view = 'component' in step ? step.component.view : {};
    expect(view).toMatchObject({
      entityType: 'list_of_values',
      choices: {
        en: {
          values: [
            { title: 'ok', value: 'yes', synonyms: ['yes', 'Yes'] },
            { title: 'No', value: 'no', synonyms: ['no'] },
            { title: 'Change a', value: 'change a', synonyms: [] },
          ],
        },
      },
    });
  });

  test('is cut where it may be long', () => {
    const whole = (ask: string) =>
      (
        saidBy(stepIn(flowOf({ ...WRITES, ...INPUT, confirm: `{ ask: ${ask} }` }).steps, 'confirm'))[1] as {
          readonly view: Readonly<Record<string, unknown>>;
        }
      ).view['whole'];
    const rest = 640 - 'I sent this a short while ago, so it may have happened already. '.length - 120;
    const ask = (letters: number) => `"${'x'.repeat(letters - 1)} \${a}"`;
    expect(whole(ask(rest))).toBe('ask');
    expect(whole(ask(rest + 1))).toBe('short(ask, 640)');
  });

  test('unasked is asked for in other words', () => {
    const [, web] = saidBy(stepIn(flowOf({ ...WRITES, confirm: 'no', because: 'So.' }).steps, 'confirm'));
    expect(web).toMatchObject({ view: { ask: '"Shall I send it again?"' } });
  });
});
