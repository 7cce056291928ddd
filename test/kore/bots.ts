import type { Definition, KoreBot, Target } from '../../kore/format';
import botAction from './fixtures/botaction.json';
import config from './fixtures/config.json';
import flat from './fixtures/flat.json';
import xo11 from './fixtures/xo11.json';
import { add, patched, set, type Change } from './patch';

const bot = (target: Target, definition: unknown): KoreBot => ({
  target,
  definition: definition as Definition,
  config,
});

/** An id of the right form that says which one it is. `version` 5 is what the platform makes, 4 is for nodes. */
export const uuid = (n: number, version: 4 | 5 = 5): string =>
  `e0000000-0000-${version}000-8000-${String(n).padStart(12, '0')}`;

export const NODE = {
  entity: `nd-ent-${uuid(1, 4)}`,
  form: `nd-frm-${uuid(2, 4)}`,
  sure: `nd-dac-${uuid(3, 4)}`,
  call: `nd-dlg-${uuid(4, 4)}`,
};

const minimal = bot('xo10', botAction);
const orderStatus = botAction.dialogs[0];
const namespace = botAction.namespaces[0];
if (orderStatus === undefined || namespace === undefined) throw new Error('the fixture has no dialog');

const tail = {
  piiDataEnabled: false,
  serviceNodeType: 'custom',
  applyDefaultTemplate: false,
  entityFields: { cityAdvanced: [] },
  spellcorrectThreshold: 0,
  preConditions: [],
  vNameSpace: [],
  useTaskLevelNs: true,
};
const says = (text: string) => [{ channel: 'default', localeData: { en: { type: 'basic', text } } }];

/** A component of the extended bot; the `n`th, as they are sorted by `_id`. */
export const component = (n: number, name: string, type: string, more: object) => ({
  _id: `dc-${uuid(n)}`,
  refId: uuid(100 + n),
  name,
  type,
  ...tail,
  localeData: { en: { label: name } },
  ...more,
});

export const pattern = (n: number, taskName: string, taskType: string) => ({
  localeData: { en: {} },
  refId: uuid(100 + n),
  taskName,
  taskType,
  nodeType: 'dialog',
});

const node = (n: number, type: string, nodeId: string, transitions: readonly object[], more: object = {}) => ({
  nodeOptions: { transitionType: 'auto' },
  ...{ vNameSpace: [], preConditions: [], useTaskLevelNs: true, nodeId, type, componentId: `dc-${uuid(n)}` },
  transitions: transitions.map((one, i) => ({ ...one, metadata: { connId: `dummy${i}` } })),
  positionMeta: { left: 750, top: 100 },
  ...more,
});

const returnOrder = {
  ...{ _id: `dg-${uuid(1)}`, refId: uuid(200), lname: 'return order', isHidden: false, isFollowUp: false, groups: [] },
  localeData: { en: { name: 'Return Order', shortDesc: '' } },
  ...{
    interruptOptions: { priority: 'bot' },
    contextLifeTime: { options: 'close' },
    amendConfig: { priority: 'bot' },
    vNameSpace: [namespace.refId],
  },
  nodes: [
    node(1, 'intent', 'intent0', [{ default: NODE.entity }]),
    node(
      2,
      'entity',
      NODE.entity,
      [
        { if: { field: NODE.entity, op: 'eq', value: 'other' }, then: NODE.form },
        { if: { intent: NODE.call, op: '', value: '' }, then: NODE.call },
        {
          if: { conjoin: 'and', tests: [{ context: 'context.a' }, { context: 'context.b', op: 'eq', value: '1' }] },
          then: 'end',
        },
        { default: NODE.sure },
      ],
      {
        nodeOptions: {
          transitionType: 'auto',
          eventOptions: { defaultMaxRetry: { retry_limit: 2, action: 'executeNode', ref: NODE.sure } },
        },
      },
    ),
    node(3, 'form', NODE.form, [{ default: NODE.sure }]),
    node(4, 'dialogAct', NODE.sure, [
      { if: { dialogAct: 'yes' }, then: NODE.call },
      { if: { dialogAct: 'no' }, then: 'end' },
    ]),
    node(0, 'intent', NODE.call, [{ default: '' }], {
      componentId: orderStatus.nodes[0]?.componentId,
      flowTaskId: orderStatus.refId,
    }),
  ],
};

const components = [
  component(1, 'Return_Order', 'intent', {
    dialogId: returnOrder._id,
    localeData: { en: { intent: 'Return Order', desc: '' } },
  }),
  component(2, 'Reason', 'entity', {
    ...{ entityType: 'list_of_values', message: says('Why%3F'), errorMessage: says('Why%3F') },
    localeData: {
      en: { label: 'Reason', allowedValues: { values: [{ title: 'Other', value: 'other', synonyms: [] }] } },
    },
  }),
  component(3, 'ReturnForm', 'form', {
    resourceId: uuid(300),
    rtmRenderType: 'inline',
    message: says('Form'),
    errorMessage: [],
    submitMessage: [],
  }),
  component(4, 'Sure', 'dialogAct', { message: says('Sure%3F') }),
];

const profile = {
  ...{
    _id: `ap-${uuid(1)}`,
    refId: uuid(400),
    name: 'orders',
    connectorEnabled: false,
    hasTenancy: false,
    sso_type: 'basic',
    state: 'published',
  },
  ...{ fields: [], formfields: [], headerFields: [], payloadFields: [], appConfig: { baseURL: '' } },
};

const scene = {
  ...{
    _id: `sn-${uuid(1)}`,
    refId: uuid(500),
    name: 'Order Status',
    description: '',
    sceneType: 'dialogScene',
    status: 'inProgress',
    resourceid: 'scenes',
  },
  ...{
    currentSeqId: 1,
    components: { [`snc-${uuid(1)}`]: { childs: [] } },
    dialogLinks: {},
    dialogRefId: orderStatus.refId,
    sceneLinkedBy: [],
    tags: [],
  },
  ...{ streamId: botAction._id, widgetThemeId: '' },
};
const sceneComponent = {
  _id: `snc-${uuid(1)}`,
  refId: uuid(501),
  sceneId: scene._id,
  streamId: botAction._id,
  state: 0,
  type: 'note',
  msg: {},
  comments: [],
};

const variable = { group: '', propagateValue: false, vNameSpace: [namespace.refId], scope: 'prePopulated' };
const content = (key: string) => ({
  key,
  variableType: 'locale',
  ...variable,
  localeData: { en: { value: 'x', hint: '', audioTag: '' } },
});
const env = (key: string) => ({ key, value: '', variableType: 'env', hint: '', ...variable, isSecured: true });

const extension: readonly Change[] = [
  ...components.map((one) => add('/definition/dialogComponents/-', one)),
  add('/definition/dialogs/-', returnOrder),
  add('/definition/patterns/-', pattern(1, 'Return_Order', 'intent')),
  add('/definition/patterns/-', pattern(2, 'Reason', 'entity')),
  add('/definition/exportOptions/subTasks/dialogs/-', returnOrder._id),
  add('/definition/forms/-', { refId: uuid(300) }),
  add('/definition/idpConfigurations/-', profile),
  set('/definition/dialogComponents/1/idp', profile.name),
  set('/definition/dialogComponents/1/authRequired', true),
  add('/definition/scenes/-', scene),
  add('/definition/sceneComponents/-', sceneComponent),
  add('/definition/dialogs/0/sceneRefId', scene.refId),
  add('/definition/vNameSpace/-', namespace._id),
  set('/definition/defaultDialogId', orderStatus.refId),
  set('/definition/mlParams/0/dialogIntents', [orderStatus.refId]),
  add('/definition/sentences/0/entities/-', {
    startIndex: 0,
    endIndex: 5,
    entityId: botAction.dialogComponents[0]?._id,
  }),
  ...['GREETING', 'FAREWELL'].map((key) => add('/definition/contentVariables/-', content(key))),
  ...['TOKEN', 'HOST'].map((key) => add('/config/envVariables/-', env(key))),
];

/** Sound bots. `extended` is the first one with a second dialog that calls the first, and with whatever else a rule is about. */
export const BOTS = {
  botAction: minimal,
  flat: bot('xo10', flat),
  extended: patched(minimal, extension),
  xo11: bot('xo11', xo11),
} as const;
