import { component, NODE, pattern, uuid, type BOTS } from './bots';
import { add, copy, move, remove, set, type Change } from './patch';

/** The short code in the name of a rule, `A1` of `component-ids-are-unique (A1)`; the schema has none. */
export const codeOf = (rule: string): string => /\((\w+)\)$/.exec(rule)?.[1] ?? rule;

/** A small change that breaks one rule: of which bot, where it is reported, and which other rules it cannot but break. */
export interface BreakingCase {
  readonly of: keyof typeof BOTS;
  readonly changes: readonly Change[];
  readonly where: string;
  readonly also?: readonly string[];
}

const C = '/definition/dialogComponents';
const D = '/definition/dialogs';
const P = '/definition/patterns';
const S = '/definition/sentences';
const RETURN = `${D}/1/nodes`;
const OTHER = uuid(999);

const breaks = (
  where: string,
  changes: readonly Change[],
  also?: readonly string[],
  of: keyof typeof BOTS = 'extended',
): BreakingCase => ({
  of,
  changes,
  where,
  ...(also && { also }),
});

/** The same, where the change is one new value in the place that is reported. */
const wrong = (where: string, value: unknown, also?: readonly string[], of?: keyof typeof BOTS) =>
  breaks(where, [set(where, value)], also, of);
const added = (where: string, value: unknown) => breaks(where, [add(where, value)]);
const xo11 = (where: string, changes: readonly Change[], also?: readonly string[]) =>
  breaks(where, changes, also, 'xo11');

const secondNode = (change: Change) => [
  copy(`${RETURN}/3`, `${RETURN}/-`),
  set(`${RETURN}/5/nodeId`, `nd-dac-${uuid(9, 4)}`),
  change,
];

const identity = {
  A1: breaks(`${C}/3/_id`, [copy(`${C}/2`, `${C}/3`), set(`${C}/3/refId`, OTHER), set(`${C}/3/name`, 'Other')]),
  A2: breaks(`${C}/8/refId`, [set(`${C}/8/refId`, uuid(103))]),
  A3: breaks(`${D}/2/_id`, [
    copy(`${D}/1`, `${D}/2`),
    set(`${D}/2/refId`, OTHER),
    set(`${D}/2/lname`, 'retour'),
    add(`${D}/2/localeData/fr`, { name: 'Retour', shortDesc: '' }),
  ]),
  A4: breaks(`${D}/1/refId`, [remove(`${D}/1/refId`), copy(`${D}/0/refId`, `${D}/1/refId`)]),
  A5: wrong(`${C}/8/refId`, uuid(200)),
  A6: breaks(`${C}/6/name`, [set(`${C}/6/name`, 'OrderId'), set(`${P}/3/taskName`, 'OrderId')]),
  A6b: breaks(`${C}/6/name`, [set(`${C}/6/name`, 'orderID'), set(`${P}/3/taskName`, 'orderID')]),
  A6c: wrong(`${C}/8/name`, 'getorder'),
  A7: breaks(`${D}/1/lname`, [
    set(`${D}/1/lname`, 'order status'),
    add(`${D}/1/localeData/fr`, { name: 'Order Status', shortDesc: '' }),
  ]),
  A8: breaks(`${C}/1/_id`, [move(`${C}/8`, `${C}/0`)]),
  A9: breaks(`${S}/1/_id`, [remove(`${S}/1/_id`), copy(`${S}/0/_id`, `${S}/1/_id`)]),
};

const languages = {
  B1: breaks('/definition/defaultLanguage', [set('/definition/supportedLanguages/0', 'fr')]),
  B2: wrong('/config/name', 'Other'),
  B4: breaks(`${D}/1/localeData`, [move(`${D}/1/localeData/en`, `${D}/1/localeData/fr`)], ['D4']),
  B5: wrong(`${D}/1/lname`, 'other'),
  B6: breaks(`${C}/8/localeData`, [move(`${C}/8/localeData/en`, `${C}/8/localeData/fr`)]),
  B7: breaks(`${C}/8/message/0/localeData`, [move(`${C}/8/message/0/localeData/en`, `${C}/8/message/0/localeData/fr`)]),
  B8: breaks(`${C}/8/message`, [set(`${C}/8/message/0/channel`, 'rtm')]),
};

const namespaces = {
  C1: breaks('/definition/namespaces/0', [set('/definition/namespaces/0/name', 'other')]),
  C2: wrong('/definition/namespaces/0/streamId', `st-${OTHER}`),
  C4: wrong('/definition/vNameSpace/0', `ns-${OTHER}`),
  C5: wrong('/definition/evVNameSpace/0', OTHER),
  C5b: wrong('/definition/krVNameSpace/0', OTHER),
  C6: added(`${C}/8/vNameSpace/0`, OTHER),
  C7: wrong('/definition/contentVariables/0/vNameSpace/0', OTHER),
  C8: wrong('/config/envVariables/0/vNameSpace/0', OTHER),
  C9: wrong('/config/envVariables/1/key', 'TOKEN'),
  C10: wrong('/definition/contentVariables/1/key', 'GREETING'),
};

const nodes = {
  D1: breaks(`${RETURN}/5/nodeId`, [copy(`${RETURN}/3`, `${RETURN}/-`)]),
  D2: breaks(`${C}/5/dialogId`, [remove(`${C}/5/dialogId`), copy(`${D}/0/_id`, `${C}/5/dialogId`)]),
  D4: wrong(`${C}/5/localeData/en/intent`, 'Other'),
  D8: breaks(`${RETURN}/5/componentId`, secondNode(set(`${RETURN}/5/componentId`, `dc-${OTHER}`))),
  D9: breaks(`${RETURN}/5/type`, [
    ...secondNode(remove(`${RETURN}/5/componentId`)),
    copy(`${C}/2/_id`, `${RETURN}/5/componentId`),
  ]),
  D10: wrong(`${RETURN}/2/transitions/0/default`, `nd-msg-${uuid(9, 4)}`),
  D11: breaks(`${RETURN}/1/transitions/0`, [move(`${RETURN}/1/transitions/3`, `${RETURN}/1/transitions/0`)]),
  D12: breaks(`${RETURN}/1/transitions`, [remove(`${RETURN}/1/transitions/3`)]),
  D13: wrong(`${RETURN}/1/transitions/0/if/field`, NODE.form),
  D14: wrong(`${RETURN}/1/transitions/1/if/intent`, `nd-dlg-${uuid(9, 4)}`),
  D16: wrong(`${RETURN}/1/nodeOptions/eventOptions/defaultMaxRetry/ref`, `nd-dac-${uuid(9, 4)}`),
  D18: wrong(`${RETURN}/4/flowTaskId`, OTHER),
  D19: wrong(`${RETURN}/4/componentId`, `dc-${uuid(1)}`, ['D20']),
  D20: breaks(`${RETURN}/4/componentId`, [
    copy(`${C}/3`, `${C}/-`),
    set(`${C}/9/_id`, `dc-${OTHER}`),
    set(`${C}/9/refId`, uuid(109)),
    set(`${C}/9/name`, 'Other'),
    add(`${P}/-`, pattern(9, 'Other', 'intent')),
    set(`${RETURN}/4/componentId`, `dc-${OTHER}`),
  ]),
  D21: wrong(
    `${D}/0/nodes/2/nodes`,
    [{ type: 'service', componentId: `dc-${OTHER}`, nodeId: `nd-${OTHER}`, level: 'root' }],
    ['D22', 'D26'],
  ),
  D22: wrong(`${C}/4/nodes/0/type`, 'script'),
  D23: breaks(`${C}/4/nodes`, [remove(`${C}/4/nodes/0/level`)], ['schema']),
  D24: wrong(`${C}/4/nodes/0/transitions/0/default`, `nd-${OTHER}`),
  D25: wrong(`${C}/5/dialogId`, `dg-${OTHER}`, ['D2']),
  D26: added(`${C}/9`, component(9, 'Other', 'dialogAct', { message: [] })),
  D28: wrong(`${C}/7/resourceId`, OTHER),
  D29: wrong(`${C}/1/idp`, 'other'),
  D30: wrong(`${C}/1/authRequired`, false),
};

const sceneOf = '/definition/scenes/0';
const nlpAndScenes = {
  E1: wrong(`${D}/0/sceneRefId`, OTHER),
  E2: wrong(`${sceneOf}/dialogRefId`, OTHER),
  E3: added(`${sceneOf}/components/snc-${OTHER}`, {}),
  E3b: wrong(`${sceneOf}/streamId`, `st-${OTHER}`),
  E4: wrong('/definition/sceneComponents/0/sceneId', `sn-${OTHER}`),
  F1: wrong(`${S}/0/taskId`, `dc-${uuid(2)}`),
  F5: breaks(`${S}/0/entities/0`, [set(`${S}/0/entities/0/endIndex`, 99)]),
  F7: breaks(`${P}/4/refId`, [add(`${P}/4`, pattern(99, 'Other', 'intent'))]),
  F8: wrong(`${P}/3/taskName`, 'Other'),
  F9: breaks(`${C}/6`, [remove(`${P}/3`)]),
  F10: wrong('/definition/mlParams/0/dialogIntents/0', OTHER),
};

const unidentified = '/definition/botEvents/INTENT_UNIDENTIFIED';
const events = {
  G1: wrong('/definition/defaultDialogId', OTHER),
  G2: wrong('/definition/botEvents/ON_CONNECT_EVENT/task', OTHER),
  G3: breaks('/definition/botEvents/ON_CONNECT_EVENT/task', [
    set('/definition/botEvents/ON_CONNECT_EVENT/action', 'showMsg'),
  ]),
  G4: breaks(`${unidentified}/task`, [
    set(`${unidentified}/action`, 'triggerDialog'),
    set(`${unidentified}/task`, uuid(200)),
  ]),
  G6: breaks(`${D}/1/_id`, [remove('/definition/exportOptions/subTasks/dialogs/1')]),
  G7: breaks('/definition/botEvents', [set('/definition/botEvents', {})]),
  G8: breaks('/definition/notifyUserViaEmail', [set('/definition/exportOptions/settings', ['botVariables'])]),
};

const generation = {
  K1: breaks(`${D}/0/isAbandonment`, [add(`${C}/8/isSensitive`, false)]),
};

const boxes = `${D}/0/sequences`;
const apps = {
  X1: xo11(`${D}/0/nodes/3`, [remove(`${boxes}/3`)]),
  X2: xo11(`${boxes}/0`, [remove(`${boxes}/0/primaryIntent`)]),
  X3: xo11(`${boxes}/2/nodeId`, [remove(`${boxes}/2/nodeId`), copy(`${boxes}/1/nodeId`, `${boxes}/2/nodeId`)]),
  X4: xo11(`${D}/0/nodes/2/transitions/0/default`, [
    move(`${boxes}/2/nodes/0`, `${boxes}/1/nodes/0`),
    remove(`${boxes}/2`),
  ]),
  X5: xo11(`${boxes}/1/transitions`, [add(`${boxes}/1/transitions`, [])]),
  X6: xo11(`${D}/0/nodes/1/metadata`, [add(`${D}/0/nodes/1/metadata`, { left: 0, top: 0 })]),
  X7: xo11(`${D}/0/nodes/1/nodeOptions`, [remove(`${D}/0/nodes/1/nodeOptions/agentSkills`)], ['schema']),
  X8: xo11(`${C}/0`, [remove(`${C}/0/isSensitive`), add(`${C}/0/isSensitive`, false)]),
  X11: xo11('/definition/forms/0/integrations/0/resourceId', [
    add('/definition/forms/0', { integrations: [{ resourceId: OTHER, resourceMeta: {} }] }),
  ]),
};

/** One for each rule, by its id. */
export const BREAKING_CASES: Readonly<Record<string, BreakingCase>> = {
  ...identity,
  ...languages,
  ...namespaces,
  ...nodes,
  ...nlpAndScenes,
  ...events,
  ...generation,
  ...apps,
};
