import { describe, expect, test } from 'vitest';
import { localesOf, nodeOptions, placeComponent, transitionsOf } from '../../generator/compile/layout';
import type { ComponentPlan, Flow } from '../../generator/compile/flow';
import type { PlanValue } from '../../generator/compile/plan';
import { TARGETS, type Target } from '../../kore/format';

type View = Readonly<Record<string, PlanValue>>;

const layout = (target: Target) => ({ target, bot: 'st-1', namespace: 'n', languages: ['en', 'de'] });

const component = (type: ComponentPlan['type'], view: View = {}, more: Partial<ComponentPlan> = {}): ComponentPlan => ({
  type,
  name: 'c',
  key: `k/${type}`,
  view,
  ...more,
});

const FLOW: Flow = {
  key: 'k',
  names: { en: { name: 'Name', description: 'D', chosenBy: ['one', 'two'] } },
  hidden: false,
  steps: [
    { kind: 'intent', name: 'intent0', component: component('intent'), next: [{ to: 'a' }] },
    {
      kind: 'entity',
      name: 'a',
      component: component('entity'),
      asks: 'required',
      retries: 2,
      giveUp: 'm',
      next: [{ to: 'm' }],
    },
    { kind: 'message', name: 'm', component: component('message'), next: [{ to: 'end' }] },
    { kind: 'agentTransfer', name: 't', component: component('agentTransfer'), next: [{ to: 'end' }] },
  ],
};

const placed = (plan: ComponentPlan, target: Target = 'xo10') =>
  placeComponent(layout(target), { id: 'dg-1', flow: FLOW }, plan).piece;

describe.each(TARGETS)('on %s', (target) => {
  test.each([
    ['a context', { context: 'context.x', equals: 'y' }, 'transition', { context: 'context.x', equals: 'y' }],
    ['an answer', { answer: 'yes' }, 'transition-answer', { answer: 'yes' }],
    [
      'an entity',
      { entity: 'a', equals: 'y' },
      'transition-entity',
      { field: expect.stringMatching(/^nd-ent-/) as string, equals: 'y' },
    ],
  ] as const)('a way on depends on %s', (_, when, template, view) => {
    const [one] = transitionsOf(layout(target), FLOW, 'm', [{ when, to: 'm' }], () => 'there');
    expect(one).toMatchObject({ template: `${target}/${template}`, view: { to: 'there', ...view } });
  });

  test('a way ends, or goes back to the experience flow', () => {
    const end = (from: string) => transitionsOf(layout(target), FLOW, from, [{ to: 'end' }], () => '')[0]?.view['to'];
    expect(end('m')).toBe('end');
    expect(end('t')).toBe(target === 'xo11' ? 'retToFlow' : 'end');
  });

  test('a way from the entry has a name of its own on XO 11', () => {
    const id = (from: string) => transitionsOf(layout(target), FLOW, from, [{ to: 'm' }], () => '')[0]?.view['connId'];
    expect(id('intent0') === 'dummy0').toBe(target === 'xo11');
    expect(id('a')).toMatch(/^dummy-/);
  });

  test('a dialog has names', () => {
    expect(localesOf(layout(target), FLOW)).toEqual({
      lname: 'name',
      localeData: { en: { name: 'Name', shortDesc: target === 'xo11' ? 'one|$|two' : 'D' } },
    });
    expect(localesOf(layout(target), { ...FLOW, names: { en: { name: 'N', description: 'D' } } }).localeData).toEqual({
      en: { name: 'N', shortDesc: 'D' },
    });
    expect(localesOf(layout(target), { ...FLOW, names: {} })).toEqual({ lname: '', localeData: {} });
  });

  test('a node has options', () => {
    const of = (step: Parameters<typeof nodeOptions>[2]) => nodeOptions(layout(target), FLOW, step);
    const [, entity, message] = FLOW.steps;
    if (entity?.kind !== 'entity' || message === undefined) throw new Error('no such step');
    const giving = { action: 'executeNode', ref: expect.stringMatching(/^nd-msg-/) as string, retry_limit: 2 };
    expect(of(entity)).toMatchObject({
      template: `${target}/options/entity`,
      view: { asks: 'required', eventOptions: { defaultMaxRetry: giving } },
    });
    expect(of({ ...entity, fresh: true }).template).toBe(`${target}/options/entity-fresh`);
    const { giveUp, ...open } = entity;
    expect(giveUp).toBe('m');
    expect(of(open).view['eventOptions']).toEqual({ defaultMaxRetry: { retry_limit: 2, action: 'endOfDialog' } });
    expect(of(message)).toEqual({ kind: 'piece', template: `${target}/options/plain`, view: {} });
    expect(of({ kind: 'dialogAct', name: 'c', component: component('dialogAct'), next: [] }).template).toBe(
      `${target}/options/confirm`,
    );
  });
});

test('a step that is not there is a mistake of the tool', () => {
  expect(() => transitionsOf(layout('xo10'), FLOW, 'm', [{ to: 'nowhere' }], () => '')).toThrow('k: no step "nowhere"');
});

describe('a component', () => {
  test.each([
    ['a plain entity', component('entity', { choices: null, isArray: false, regexPattern: null }), 'entity', []],
    ['several values', component('entity', { choices: null, isArray: true, regexPattern: null }), 'entity-many', []],
    [
      'a pattern',
      component('entity', { choices: null, isArray: false, regexPattern: 'x' }),
      'entity-regex',
      ['regexPattern'],
    ],
    [
      'several of a pattern',
      component('entity', { choices: null, isArray: true, regexPattern: 'x' }),
      'entity-regex-many',
      ['regexPattern'],
    ],
    ['a service', component('service', { integrationId: null, subType: null }), 'service', []],
    [
      'a service of an integration',
      component('service', { integrationId: 'i', subType: 's' }),
      'service-integration',
      ['integrationId', 'subType'],
    ],
    ['a message', component('message', { message: [] }), 'message', ['message']],
    ['an intent', component('intent'), 'intent', ['dialogId']],
  ])('of %s has a template', (_, plan, template, holes) => {
    const piece = placed(plan);
    expect(piece.template).toBe(`xo10/components/${template}`);
    const { id, refId, name, localeData, ...others } = piece.view;
    expect([id, refId, name, localeData].every((one) => one !== undefined)).toBe(true);
    expect(Object.keys(others)).toEqual(holes);
  });

  test.each([
    ['a label', component('message'), { en: { label: 'c' }, de: { label: 'c' } }],
    ['an intent', component('intent'), { en: { desc: 'D', intent: 'Name' }, de: { desc: '', intent: 'c' } }],
    [
      'synonyms',
      component('dialogAct', {}, { synonyms: { en: { yes: ['y'], no: ['n'] } } }),
      { en: { label: 'c', synonyms: { yes: ['y'], no: ['n'] } }, de: { label: 'c' } },
    ],
    [
      'choices',
      component('entity', { choices: { en: { values: [] } }, isArray: false, regexPattern: null }),
      { en: { label: 'c', allowedValues: { values: [] } }, de: { label: 'c' } },
    ],
  ])('has %s in each language', (_, plan, wanted) => {
    expect(placed(plan).view['localeData']).toEqual(wanted);
  });
});
