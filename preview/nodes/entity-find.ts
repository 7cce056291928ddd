import type { Component } from '../../kore/format';
import { isRecord } from '../../kore/record';
import { fillTemplate } from '../expression';
import { FREE_TEXT, locationOf } from '../inferred';
import { inLanguage } from '../open-bot';
import { note } from '../play';
import type { Frame, Play } from '../play';
import { noteScriptError, runJobs } from '../scripting';
import type { FoundValue } from '../values/found';
import { findOption } from '../values/options';
import type { Option } from '../values/options';
import { findName, findTyped, isTyped } from '../values/typed';
import { ownValue } from '../../kore/own-value';

/** What looking for a value finds: one, or options of a list that the words fit equally well. */
export type Search = FoundValue | { readonly several: readonly Option[] } | undefined;

/**
 * The value of an entity in a text. `prompted`: the text answers the entity's own question, so that free text counts;
 * otherwise only types that can be recognised in passing are looked for.
 */
export async function findEntity(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  text: string,
  prompted: boolean,
): Promise<Search> {
  if (component.isArray !== true) return findOne(play, frame, nodeId, component, text, prompted);
  if (!prompted) return findInPassing(play, frame, nodeId, component, text);
  const parts = text.split(SEVERAL).filter((part) => part.trim() !== '');
  const found = [];
  for (const part of parts) found.push(await findOne(play, frame, nodeId, component, part, prompted));
  const unclear = found.find((f) => f !== undefined && 'several' in f);
  if (unclear !== undefined) return unclear;
  const values = found.flatMap((f) => (f === undefined || 'several' in f ? [] : [f]));
  if (values[0] === undefined) return undefined;
  return { start: 0, end: text.length, value: values.map((f) => f.value) };
}

/** What stands between several values (documented). */
const SEVERAL = /[,;]|\b(?:and|y)\b/i;

/** Several values in a longer sentence: the first one, and those that follow it with no more between them than what parts values. */
async function findInPassing(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  text: string,
): Promise<Search> {
  const all: FoundValue[] = [];
  for (let from = 0; from < text.length;) {
    const found = await findOne(play, frame, nodeId, component, text.slice(from), false);
    if (found !== undefined && 'several' in found) return all.length === 0 ? found : listOf(all);
    const between = found && text.slice(from, from + found.start);
    if (found === undefined || found.end === 0 || (all.length > 0 && !isSeparator(between ?? ''))) break;
    all.push({ ...found, start: from + found.start, end: from + found.end });
    from += found.end;
  }
  return listOf(all);
}

const isSeparator = (between: string) => between.replace(SEVERAL, '').trim() === '' && SEVERAL.test(between);

function listOf(all: readonly FoundValue[]): Search {
  const [first] = all;
  return first && { ...first, end: all.at(-1)?.end ?? first.end, value: all.map(({ value }) => value) };
}

async function findOne(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  text: string,
  prompted: boolean,
): Promise<Search> {
  const type = component.entityType ?? 'label';
  if (isTyped(type)) return findValue(play, frame, nodeId, component, text);
  if (type === 'regex') return findPattern(play, frame, nodeId, component, text);
  const options = await optionsOf(play, frame, nodeId, component);
  if (options.length > 0) {
    const choice = findOption(options, text, prompted);
    return choice?.kind === 'several' ? { several: choice.options } : choice?.found;
  }
  return prompted ? freeValue(play, frame, nodeId, component, text) : undefined;
}

async function findValue(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  text: string,
): Promise<Search> {
  const { entityType = 'label', name } = component;
  const found = await findTyped(entityType, text, {
    now: play.clock(),
    language: play.language,
    get zone() {
      return play.zone();
    },
  });
  if (found?.doubt !== undefined) note(play, frame, nodeId, 'doubtful-value', `${name}: ${found.doubt}`);
  return found;
}

/** The whole answer; of a name only what looks like one. */
function freeValue(play: Play, frame: Frame, nodeId: string, component: Component, text: string): Search {
  const type = component.entityType ?? 'label';
  if (text.trim() === '') return undefined;
  const whole = { value: text.trim(), start: 0, end: text.length };
  if (type === 'person_name') return findName(text);
  if (type === 'location') return { ...whole, value: locationOf(whole.value) };
  if (!FREE_TEXT.includes(type)) {
    note(play, frame, nodeId, 'not-simulated', `${component.name}: any answer is taken for a value of type ${type}`);
  }
  return whole;
}

/** The author's pattern runs in the sandbox: one that never comes to an end is stopped there. */
async function findPattern(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
  text: string,
): Promise<FoundValue | undefined> {
  const filled = await fillTemplate(play, frame, nodeId, component.name, component.regexPattern ?? '');
  const [, source = filled, flags = ''] = /^\/(.*)\/([a-z]*)$/s.exec(filled.trim()) ?? [];
  if (source === '') {
    note(play, frame, nodeId, 'missing', `${component.name} has no pattern`);
    return undefined;
  }
  const pattern = `${JSON.stringify(source)}, ${JSON.stringify(flags.replace(/[gy]/g, ''))}`;
  const code = `(function () { var m = new RegExp(${pattern}).exec(${JSON.stringify(text)}); return m ? [m[0], m.index] : null; })()`;
  const [result] = await runJobs(play, frame, nodeId, [{ as: 'value', code }], { keep: false });
  if (result?.ok === false) noteScriptError(play, frame, nodeId, component.name, 'pattern', result);
  if (!result?.ok || !Array.isArray(result.value)) return undefined;
  const [value, start] = result.value as [string, number];
  return value === '' ? undefined : { value, start, end: start + value.length };
}

/** The options of a list entity: written into it, or read from a context array. Empty for other types. */
export async function optionsOf(
  play: Play,
  frame: Frame,
  nodeId: string,
  component: Component,
): Promise<readonly Option[]> {
  if (component.entityType !== 'list_of_values' && component.entityType !== 'list_of_items_lookup') return [];
  const allowed = inLanguage(play.bot, component.localeData, play.language)?.['allowedValues'];
  if (!isRecord(allowed)) return toOptions(component['lookupValues'], 'title', 'value', 'synonyms');
  const { values, variable, titleKey, valueKey, synonymsKey } = allowed;
  if (typeof variable !== 'string' || variable === '') return toOptions(values, 'title', 'value', 'synonyms');
  const [result] = await runJobs(play, frame, nodeId, [{ as: 'value', code: variable }], { keep: false });
  if (result?.ok === false) noteScriptError(play, frame, nodeId, component.name, 'list', result);
  return toOptions(
    result?.ok ? result.value : undefined,
    asKey(titleKey, 'title'),
    asKey(valueKey, 'value'),
    asKey(synonymsKey, 'synonyms'),
  );
}

const asKey = (key: unknown, otherwise: string) => (typeof key === 'string' && key !== '' ? key : otherwise);

function toOptions(list: unknown, titleKey: string, valueKey: string, synonymsKey: string): readonly Option[] {
  if (!Array.isArray(list)) return [];
  return list.filter(isRecord).map((item) => {
    const title = scalar(ownValue(item, titleKey)) || scalar(ownValue(item, valueKey));
    const synonyms = ownValue(item, synonymsKey);
    return {
      title,
      value: scalar(ownValue(item, valueKey)) || title,
      synonyms: Array.isArray(synonyms) ? synonyms.filter((s) => typeof s === 'string') : [],
    };
  });
}

const scalar = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';
