import type { Component, EndPoint } from '../format';
import { decodeField, prettyJson } from './decode';
import type { ComparedFact, ComparedFacts } from './facts';
import { withoutSuffix } from './noise';
import { isSecretName } from '../secrets/mask';
import { hidesValue } from '../secrets/texts';

/** A service's request: `request` is method and address, then each header, the body, the profile and the time limit. */
export function comparedRequest(component: Component): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  const { endPoint } = component;
  if (endPoint !== undefined) facts.set('request', { as: 'words', text: address(endPoint) });
  for (const [name, text] of headersOf(component.headers?.value)) {
    const shown = !(isSecretName(name) || hidesValue(name)) || onlyTemplates(text);
    facts.set(`header ${name}`, { as: shown ? 'value' : 'secret', text });
  }
  const body = bodyOf(component.payload);
  if (body !== '') facts.set('body', { as: 'lines', text: body });
  if (component.idp !== undefined && component.idp !== 'none') {
    facts.set('authorization profile', { as: 'value', text: component.idp, same: withoutSuffix(component.idp) });
  }
  if (component.serviceAPITimeout !== undefined) {
    facts.set('time limit', { as: 'value', text: `${component.serviceAPITimeout} s` });
  }
  return facts;
}

function address(endPoint: EndPoint): string {
  const host = endPoint.host ?? '';
  const port = (endPoint.port ?? '') === '' ? '' : `:${endPoint.port}`;
  const origin = host === '' ? '' : `${endPoint.protocol ?? 'https'}://${host}${port}`;
  return `${endPoint.method.toUpperCase()} ${origin}${decodeField(endPoint.path)}`;
}

/** The platform writes `{}` or the word `undefined` for no body. */
function bodyOf(payload: Component['payload']): string {
  if (payload === undefined) return '';
  const body =
    typeof payload.value === 'string' ? prettyJson(decodeField(payload.value)) : JSON.stringify(payload, null, 2);
  return ['{}', 'undefined'].includes(body) ? '' : body;
}

function headersOf(value: string | undefined): readonly (readonly [string, string])[] {
  if (value === undefined || value === '') return [];
  try {
    const parsed: unknown = JSON.parse(value);
    if (typeof parsed === 'object' && parsed !== null) {
      return Object.entries(parsed).map(([name, text]) => [name, String(text)] as const);
    }
  } catch {
    // Not JSON: shown as one text below.
  }
  return [['text', value]];
}

/** `Bearer {{env.TOKEN}}` names a secret without holding one. */
const onlyTemplates = (text: string) => /^(\w+ )?(\{\{[^{}]*\}\})+$/.test(text.trim());
