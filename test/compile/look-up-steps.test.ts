import { describe, expect, test } from 'vitest';
import { answerFlows, fallbackFlow, menuFlow, welcomeFlow } from '../../generator/compile/system-flows';
import { shown, smallBot, actionText } from './small';
import { entity, FETCHED, flow, flowOf, innerOf, saidBy, stepIn, ways, INPUT } from './small-flows';

describe('a look-up', () => {
  const step = (more = '', name = 'person') =>
    `\n  ${name}:\n    request: { rest: { path: /p } }\n    response: { fields: { id: id, name: name } }\n    none: Nobody.${more}`;
  const outcome = 'context.getItPerson.outcome';

  test('comes before the request', () => {
    expect(flow({ ...INPUT, steps: step() })).toMatchObject({
      a: ['→ prepare-person'],
      'prepare-person': [
        `${outcome}=invalid → say-problem`,
        `${outcome}=needs-input → needs-input`,
        '→ call-person',
      ].slice(1),
      'call-person': [
        `${outcome}=empty → none-person`,
        ...['unauthorized', 'forbidden', 'throttled', 'invalid', 'refused', 'unavailable'].map(
          (one) => `${outcome}=${one} → say-problem`,
        ),
        '→ prepare',
      ],
      'none-person': ['→ end'],
      prepare: ['outcome=invalid → say-problem', 'outcome=needs-input → needs-input', '→ call'],
    });
  });

  test('lies in a lane of its own', () => {
    const lanes = flowOf({ steps: step() }).steps.map(({ name, lane }) => `${name} ${lane ?? ''}`);
    expect(lanes.filter((one) => one.endsWith(' person'))).toEqual([
      'prepare-person person',
      'call-person person',
      'none-person person',
    ]);
  });

  test('of which several come one after the other', () => {
    expect(flow({ steps: step() + step('', 'other') })).toMatchObject({
      intent0: ['→ prepare-person'],
      'none-other': ['→ end'],
      prepare: ['outcome=invalid → say-problem', '→ call'],
    });
    expect(flow({ steps: step() + step('', 'other') })['call-person']?.at(-1)).toBe('→ prepare-other');
  });

  test('may be left out', () => {
    const kind = { inputs: '{ k: { type: choice, prompt: K?, choices: [x, y] } }' };
    const when = flow({ ...kind, steps: step('\n    when: { k: x }') });
    expect(when['k']).toEqual(['context.entities.getItK=x → prepare-person', '→ prepare']);
    const open = { inputs: '{ k: { type: choice, prompt: K?, choices: [x, y] }, o: { prompt: O?, optional: true } }' };
    expect(flow({ ...open, steps: step('\n    when: { k: x }') })['k']).toEqual(['→ o']);
    expect(flow({ ...open, steps: step() })['k']).toEqual(['again=k → prepare-person', '→ o']);
  });

  const CHOOSE = step('\n    choose: { prompt: "Which ${a}?", title: "${name}!" }');
  test('may have several hits', () => {
    expect(flow({ ...INPUT, steps: CHOOSE })).toMatchObject({
      'choose-person': ['→ pick-person'],
      'pick-person': [`${outcome}=choose → choose-person`, `${outcome}=give-up → give-up-person`, '→ prepare'],
      'give-up-person': ['→ end'],
    });
    expect(flow({ ...INPUT, steps: CHOOSE })['call-person']?.slice(0, 2)).toEqual([
      `${outcome}=empty → none-person`,
      `${outcome}=choose → choose-person`,
    ]);
    expect(innerOf({ ...INPUT, steps: CHOOSE }, 'call-person')).toEqual([
      'service getItPersonService',
      'script smallCheck',
      'script getItPersonAnswer',
      'script getItPersonOffer',
    ]);
    expect(innerOf({ ...INPUT, steps: step() }, 'call-person')).toHaveLength(3);
    expect(entity({ ...INPUT, steps: CHOOSE }, 'choose-person')).toMatchObject({
      asks: 'required',
      fresh: true,
      retries: 3,
      giveUp: 'give-up-person',
    });
    expect(flow({ steps: step() })).not.toHaveProperty('choose-person');
  });

  test('says what it has to say', () => {
    const { steps } = flowOf({ ...INPUT, steps: CHOOSE });
    expect(saidBy(stepIn(steps, 'none-person'))).toEqual(['Nobody.']);
    expect(saidBy(stepIn(steps, 'give-up-person'))).toEqual([
      'I could not get that, so I stop here. You can start again at any time.',
    ]);
    expect(saidBy(stepIn(steps, 'choose-person'))).toMatchObject([
      {
        template: 'messages/choose.default',
        view: { ask: '`Which ${said.a}?`', uses: ['said', 'titles'], most: 10, helpers: { short: true } },
      },
      { template: 'messages/choose.rtm' },
    ]);
    const call = stepIn(steps, 'call-person');
    const offer =
      call.kind === 'call' ? (call.inner[3]?.component.view['script'] as { readonly view: object }) : undefined;
    expect(shown(offer?.view)).toMatchObject({
      called: '`${text(item.name)}!`',
      hits: 'hits',
      entity: 'getItPersonConfirm',
    });
  });

  test('has a token of its own to fetch', () => {
    expect(flow({ steps: step() }, FETCHED)).toMatchObject({
      'prepare-person': ['context.getItPerson.token=missing → token-person', '→ call-person'],
      'token-person': ['context.problem=none → call-person', '→ say-problem'],
    });
    expect(flow({ steps: step() }, FETCHED)['call-person']).toContain(`${outcome}=renew → token-person`);
  });
});

describe('a dialog without an action', () => {
  const more = 'answers: { thanks: { title: T, description: D., utterances: [thanks], text: You are welcome. } }';
  const [bot] = [smallBot({ 'get-it.yaml': actionText() }, { more, fallback: 'fallback: { texts: [What?, How?] }' })];

  test.each([
    ['greets', () => welcomeFlow(bot), 'Welcome Task', true, ['Hello.']],
    ['is the menu', () => menuFlow(bot), 'Main menu', false, ['Hello.']],
    ['did not understand', () => fallbackFlow(bot), 'Fallback Task', true, ['What?', 'How?']],
    ['answers', () => answerFlows(bot)[0], 'T', false, ['You are welcome.']],
  ])('%s', (_, made, name, hidden, said) => {
    const of = made();
    if (of === undefined) throw new Error('no dialog');
    expect(of.names['en']?.name).toBe(name);
    expect(of.hidden).toBe(hidden);
    expect(of.steps.map((step) => ways(step.next))).toEqual([['→ message'], ['→ end']]);
    expect(saidBy(stepIn(of.steps, 'message'))).toEqual(said);
  });
});
