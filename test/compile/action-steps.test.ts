import { describe, expect, test } from 'vitest';
import { entity, flow, flowOf, innerOf, INPUT, KINDS, type Lines, OPEN, saidBy, stepIn } from './small-flows';

describe('an action', () => {
  test('without inputs is a request and its answers', () => {
    expect(flow({})).toEqual({
      intent0: ['→ prepare'],
      prepare: ['→ call'],
      call: ['outcome=found → found', 'outcome=empty → empty', '→ say-problem'],
      found: ['→ end'],
      empty: ['→ end'],
      'say-problem': ['→ end'],
    });
  });

  test('with an input asks for it, and again', () => {
    expect(flow(INPUT)).toMatchObject({
      intent0: ['→ a'],
      a: ['→ prepare'],
      'give-up': ['→ end'],
      prepare: ['outcome=needs-input → needs-input', '→ call'],
      'needs-input': ['→ a'],
    });
  });

  test('with an open input asks for the one that was not usable', () => {
    const steps = flow(OPEN);
    expect(steps).toMatchObject({
      intent0: ['→ a'],
      a: ['again=a → prepare', '→ b'],
      b: ['again=b → prepare', '→ prepare'],
      'needs-input': ['again=b → b', '→ a'],
    });
    expect(steps).not.toHaveProperty('give-up-b');
  });

  test('asks at times for an input that counts at times', () => {
    expect(flow({ inputs: KINDS })).toMatchObject({
      intent0: ['→ k'],
      k: ['again=k → prepare', 'context.entities.getItK=x → a', 'context.entities.getItK=y → a', '→ b'],
      a: ['again=a → prepare', '→ b'],
    });
  });

  test.each([
    ['required', 'prompt: A?', { asks: 'required', giveUp: 'give-up', retries: 5 }],
    ['optional', 'prompt: A?, optional: true', { asks: 'optional' }],
    ['hidden', 'default: x', { asks: 'hidden' }],
    ['asked for twice', 'prompt: A?, retries: 2', { asks: 'required', retries: 2 }],
  ])('has inputs that are %s', (_, input, wanted) => {
    const step = entity({ inputs: `{ a: { ${input} } }` }, 'a');
    expect(step).toMatchObject(wanted);
    expect('giveUp' in step).toBe('giveUp' in wanted || wanted.asks === 'required');
  });

  test('does not ask for what the site says', () => {
    expect(flow({ inputs: '{ a: { value: "${session.x}" } }' })).toMatchObject({
      intent0: ['→ prepare'],
      prepare: ['outcome=sign-in → say-problem', '→ call'],
    });
    expect(flow({ inputs: '{ a: { value: "${session.x}", optional: true } }' })).toMatchObject({ prepare: ['→ call'] });
  });

  test.each(['call', 'found', 'end', 'input'])('may have an input that is called %s', (name) => {
    const steps = flow({ inputs: `{ ${name}: { prompt: A? } }` });
    expect(steps['intent0']).toEqual([name === 'input' ? '→ input' : `→ input-${name}`]);
  });

  test.each([
    ['a variable with a pattern', {}, { more: 'variables: { X: { hint: H, pattern: x } }' }, true],
    ['one without', {}, { more: 'variables: { X: { hint: H } }' }, false],
    ['an input in a variable', { inputs: '{ a: { value: "${env.X}" } }' }, {}, true],
    ['an input of the session', { inputs: '{ a: { value: "${session.X}", optional: true } }' }, {}, false],
    ['a variable of the request', { request: "{ rest: { path: '/${env.X}' } }" }, {}, true],
    ['a value of the session in a path', { request: "{ rest: { path: '/${session.x}' } }" }, {}, true],
    ['one in a query', { request: "{ rest: { path: /x, query: { a: '${session.x}' } } }" }, {}, false],
    ['one in a header', { request: "{ rest: { path: /x, headers: { A: '${session.x}' } } }" }, {}, true],
    ['a key in the query', {}, { more: 'credentials: { apiKey: { in: query, name: k, variable: X } }' }, true],
    ['a key in a header', {}, { more: 'credentials: { apiKey: { in: header, name: k, variable: X } }' }, false],
  ] satisfies readonly (readonly [string, Lines, Lines, boolean])[])(
    'may be set up wrongly with %s',
    (_, lines, bot, wanted) => {
      expect(flow(lines, bot)['prepare']?.includes('outcome=invalid → say-problem')).toBe(wanted);
    },
  );

  test.each([
    ['anybody’s', { response: '{ owner: mail, fields: { id: id } }' }, {}, false],
    ['somebody’s', { response: '{ owner: mail, fields: { id: id } }' }, { more: 'audience: shopper' }, true],
    ['nobody’s', {}, { more: 'audience: shopper' }, false],
    ['in the session', { request: "{ rest: { path: '/${session.x}' } }" }, {}, true],
    ['in a variable', { request: "{ rest: { path: '/${env.X}' } }" }, {}, false],
    [
      'found in the session',
      { steps: "{ p: { request: { rest: { path: '/${session.x}' } }, response: { fields: { id: id } }, none: N } }" },
      {},
      true,
    ],
    [
      'found for somebody',
      { steps: '{ p: { request: { rest: { path: /p } }, response: { owner: mail, fields: { id: id } }, none: N } }' },
      { more: 'audience: shopper' },
      true,
    ],
  ] satisfies readonly (readonly [string, Lines, Lines, boolean])[])(
    'asks to sign in for what is %s',
    (_, lines, bot, wanted) => {
      const steps = flow(lines, bot);
      expect(steps['prepare']?.includes('outcome=sign-in → say-problem')).toBe(wanted);
    },
  );

  test('goes back to its question for what was read again', () => {
    const email = '{ a: { type: email, prompt: A? } }';
    expect(flow({ inputs: email })['prepare']).toEqual([
      'outcome=needs-input → needs-input',
      'outcome=ask → a',
      '→ call',
    ]);
    expect(
      flow({ inputs: '{ a: { type: email, prompt: A? }, b: { prompt: B?, optional: true } }' })['prepare'],
    ).toEqual(['outcome=needs-input → needs-input', '→ call']);
    expect(innerOf({ inputs: email }, 'prepare')).toEqual(['script getItRead', 'script getItPrepare']);
    expect(innerOf(INPUT, 'prepare')).toEqual(['script getItPrepare']);
    expect(innerOf(INPUT, 'call')).toEqual([
      'service getItService',
      'script smallCheck',
      'script getItAnswer',
      'script smallShow',
    ]);
  });

  test('has words of its own for a problem', () => {
    const reply = '{ found: F, empty: E, throttled: Slow. }';
    expect(saidBy(stepIn(flowOf({ reply }).steps, 'throttled'))).toEqual(['Slow.']);
    expect(flow({ reply })).toMatchObject({
      call: ['outcome=found → found', 'outcome=empty → empty', 'outcome=throttled → throttled', '→ say-problem'],
      throttled: ['→ end'],
      'say-problem': ['→ end'],
    });
    expect(flow({ reply: '{ found: F, empty: E, unavailable: Away. }' })['call']).toEqual([
      'outcome=found → found',
      'outcome=empty → empty',
      ...['unauthorized', 'forbidden', 'throttled', 'invalid', 'refused'].map((one) => `outcome=${one} → say-problem`),
      '→ unavailable',
    ]);
    const all = ['unauthorized', 'forbidden', 'throttled', 'unavailable', 'invalid', 'refused'].map(
      (one) => `${one}: X.`,
    );
    expect(flow({ reply: `{ found: F, empty: E, ${all.join(', ')} }` })).not.toHaveProperty('say-problem');
  });

  test('has outcomes of its own', () => {
    const outcomes = '{ gone: { status: 410, reason: why }, empty: { status: 404 } }';
    const lines = { outcomes, reply: '{ found: F, empty: E, gone: "Gone: ${reason}" }' };
    expect(flow(lines)).toMatchObject({
      call: ['outcome=gone → outcome-gone', 'outcome=found → found', 'outcome=empty → empty', '→ say-problem'],
      'outcome-gone': ['→ end'],
    });
    expect(flow(lines)).not.toHaveProperty('outcome-empty');
    const [said] = saidBy(stepIn(flowOf(lines).steps, 'outcome-gone'));
    expect(said).toBe('Gone: {{context.getIt.reason}}');
    const [plain] = saidBy(stepIn(flowOf({ ...lines, outcomes: '{ gone: { status: 410 } }' }).steps, 'outcome-gone'));
    expect(plain).toBe('Gone: ');
  });

  test('may be refused by a JSON API or by a mutation', () => {
    const own = '{ found: F, empty: E, refused: R. }';
    const QUERY = { request: "{ graphql: 'query Q { a }' }", reply: own };
    expect(flow(QUERY)).not.toHaveProperty('refused');
    expect(
      flow({
        ...QUERY,
        steps: '{ p: { request: { rest: { path: /p } }, response: { fields: { id: id } }, none: N } }',
      }),
    ).toHaveProperty('refused');
    expect(flow({ ...QUERY, request: "{ graphql: 'mutation M { a }' }", confirm: '{ ask: Sure? }' })).toHaveProperty(
      'refused',
    );
    expect(flow({ reply: own })['call']).toContain('outcome=refused → refused');
  });

  test('has another sentence where several values were said', () => {
    const [said] = saidBy(stepIn(flowOf({ inputs: '{ a: { type: email, prompt: A? } }' }).steps, 'needs-input'));
    expect(said).toMatchObject({ view: { uses: ['choices'] } });
  });
});
