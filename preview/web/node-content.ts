import type { Component, Dialog, MessageEntry } from '../../kore/format';
import { isRecord } from '../../kore/record';
import { maskTexts } from '../../kore/secrets/texts';
import { decodePlaceholders, decodeText } from '../decode';
import { maskHeaders } from '../mask';
import type { OpenedBot } from '../open-bot';
import { inLanguage } from '../open-bot';
import { conditionText } from './condition-text';
import type { NodeContent, NodePart } from './protocol';

/** A node's content as its author thinks of it: everything decoded, one part per field. Undefined: no such node. */
export function nodeContent(bot: OpenedBot, dialog: Dialog, nodeId: string, language: string): NodeContent | undefined {
  const outer = dialog.nodes.find((node) => node.nodeId === nodeId);
  const inner = dialog.nodes
    .flatMap((node) => bot.componentById.get(node.componentId)?.nodes ?? [])
    .find((node) => node.nodeId === nodeId);
  const node = outer ?? inner;
  const component = node && bot.componentById.get(node.componentId);
  if (node === undefined || component === undefined) return undefined;
  const named = (id: string) => nameOf(bot, dialog, id);
  const ways = (node.transitions ?? []).map((way) =>
    'if' in way
      ? `if ${conditionText(way.if, named)} → ${named(way.then)}`
      : `otherwise → ${named(way.default) || 'nowhere'}`,
  );
  const parts = [
    ...texts('Description', [inLanguage(bot, component.localeData, language)?.['desc']]),
    ...utterances(bot, component, language),
    ...entityParts(component),
    ...messages(bot, component.type === 'message' ? 'Message' : 'Prompt', component.message, language),
    ...messages(bot, 'When the answer does not fit', component.errorMessage, language),
    ...script('Before the call', component.preProcessor),
    ...request(component),
    ...script('Script', component.script),
    ...script('After the call', component.postProcessor),
    ...texts('Goes on', [ways.join('\n')]),
  ];
  return { id: nodeId, type: node.type, name: component.name, parts: parts.map(masked) };
}

/** What an export holds by mistake is not shown; templates are no secrets. */
const masked = (part: NodePart): NodePart => ({ ...part, text: maskTexts(part.text) });

function nameOf(bot: OpenedBot, dialog: Dialog, nodeId: string): string {
  const node = dialog.nodes.find((one) => one.nodeId === nodeId);
  return node === undefined ? nodeId : (bot.componentById.get(node.componentId)?.name ?? nodeId);
}

const texts = (label: string, values: readonly unknown[]): readonly NodePart[] =>
  values.flatMap((value) => (typeof value === 'string' && value.trim() !== '' ? [{ label, text: value }] : []));

const script = (label: string, code: string | undefined): readonly NodePart[] =>
  texts(label, code === undefined ? [] : [decodeText(code)]).map((part) => ({ ...part, code: true }));

function utterances(bot: OpenedBot, component: Component, language: string): readonly NodePart[] {
  if (component.type !== 'intent') return [];
  const dialog = bot.dialogById.get(component.dialogId ?? '');
  const ids = new Set([component.dialogId, dialog?._id, dialog?.refId]);
  const said = bot.kore.definition.sentences.filter((s) => ids.has(s.taskId) && s.language === language);
  return texts('Users say', [said.map(({ sentence }) => sentence).join('\n')]);
}

function entityParts({ type, entityType, regexPattern }: Component): readonly NodePart[] {
  if (type !== 'entity') return [];
  return [...texts('Entity type', [entityType]), ...texts('Pattern', [regexPattern])];
}

function messages(
  bot: OpenedBot,
  label: string,
  entries: readonly MessageEntry[] | undefined,
  language: string,
): readonly NodePart[] {
  return (entries ?? []).flatMap((entry) => {
    const written = inLanguage(bot, entry.localeData, language);
    if (written === undefined) return [];
    if (written.type === 'uxmap') return script(`${label} (${entry.channel}, script)`, written.text);
    return texts(`${label} (${entry.channel})`, [decodeText(written.text)]);
  });
}

function request({ type, endPoint, headers, payload, idp }: Component): readonly NodePart[] {
  if (type !== 'service' || endPoint === undefined) return [];
  const { method, protocol, host, port, path } = endPoint;
  const place = `${protocol ?? 'https'}://${decodePlaceholders(host ?? '')}${port ? `:${port}` : ''}`;
  return [
    { label: 'Request', text: `${method.toUpperCase()} ${place}${decodePlaceholders(path)}` },
    ...texts('Headers', [headersText(headers?.value)]),
    ...texts('Body', [decodeText(payload?.value ?? '')]),
    ...texts('Authorization profile', [idp === 'none' ? '' : idp]),
  ];
}

/** Placeholders are no secrets and stay readable; a value that was typed into a secret header does not. */
function headersText(value: string | undefined): string {
  let read: unknown;
  try {
    read = JSON.parse(value ?? '{}');
  } catch {
    return value ?? '';
  }
  if (!isRecord(read)) return '';
  return Object.entries(read)
    .map(([name, written]) => {
      const shown = String(written);
      return `${name}: ${/\{\{/.test(shown) ? shown : (maskHeaders({ [name]: shown }, [])[name] ?? '')}`;
    })
    .join('\n');
}
