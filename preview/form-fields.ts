import type { Component } from '../kore/format';
import { isRecord } from '../kore/record';
import type { OpenedBot } from './open-bot';
import type { Option } from './values/options';

/** One field of a digital form. */
export interface FormField {
  readonly key: string;
  readonly label: string;
  readonly required: boolean;
  readonly options: readonly Option[];
}

/** Parts of a form that nobody fills in. */
const SHOWN_ONLY = /button|heading|paragraph|divider|image|html|label|submit/i;

/**
 * The fields of the form that a node shows, in the order of the file; undefined when the form is not in the export. That a
 * node names its form by `resourceId` is observed; which keys its parts have is read in several ways (inferred).
 */
export function formFields(bot: OpenedBot, component: Component): readonly FormField[] | undefined {
  const forms: unknown = bot.kore.definition['forms'];
  const form = (Array.isArray(forms) ? forms : [])
    .filter(isRecord)
    .find((one) => one['refId'] === component['resourceId']);
  const parts = form?.['components'];
  return Array.isArray(parts) ? parts.filter(isRecord).flatMap(fieldOf) : undefined;
}

/** The fields of the form that a dialog waits in at a node; undefined when it waits in something else. */
export function openForm(bot: OpenedBot, nodeId: string): readonly FormField[] | undefined {
  const node = bot.dialogs.flatMap(({ nodes }) => nodes).find((one) => one.nodeId === nodeId);
  const component = node && bot.componentById.get(node.componentId);
  return component?.['resourceId'] === undefined ? undefined : formFields(bot, component);
}

function fieldOf(part: Readonly<Record<string, unknown>>): readonly FormField[] {
  const text = (...keys: readonly string[]) =>
    keys.map((key) => part[key]).find((value) => typeof value === 'string' && value !== '') as string | undefined;
  const key = text('componentKey', 'key', 'name', 'fieldName', 'id');
  const type = text('componentType', 'type', 'fieldType') ?? '';
  if (key === undefined || SHOWN_ONLY.test(type)) return [];
  const validation = isRecord(part['validation']) ? part['validation'] : part;
  return [
    {
      key,
      label: text('displayName', 'label', 'title') ?? key,
      required: validation['required'] === true || validation['isRequired'] === true,
      options: optionsIn(part),
    },
  ];
}

function optionsIn(part: Readonly<Record<string, unknown>>): readonly Option[] {
  const lists = [
    part['options'],
    part['values'],
    isRecord(part['dataSource']) ? part['dataSource']['values'] : undefined,
  ];
  const list: unknown = lists.find(Array.isArray);
  return (Array.isArray(list) ? list : []).flatMap((one: unknown): readonly Option[] => {
    if (typeof one === 'string') return [{ title: one, value: one, synonyms: [] }];
    if (!isRecord(one)) return [];
    const [title = '', value = title] = [
      one['label'] ?? one['title'] ?? one['displayName'],
      one['value'] ?? one['key'],
    ];
    return title === '' ? [] : [{ title: String(title), value: String(value), synonyms: [] }];
  });
}
