import type { Component, Definition, Dialog, EnvVariable, KoreBot, Sentence } from '../../kore/format';

/** `importOptions` of the import call; what is not named is not imported, and without any everything is. */
export interface ImportOptions {
  readonly tasks?: readonly string[];
  readonly nlpData?: readonly string[];
  readonly settings?: readonly string[];
  readonly options?: {
    readonly utterances?: { readonly append?: boolean; readonly replace?: boolean };
    readonly patterns?: { readonly append?: boolean; readonly replace?: boolean };
    readonly botVariables?: { readonly ignore?: readonly string[] };
  };
}

/** Why an import fails as a whole. */
export class ImportRefusal extends Error {}

/**
 * Incremental import as documented: the same `refId` replaces, an unknown one is created, everything else stays.
 * Both bots must be under the same bot's ids. Throws an `ImportRefusal` when a dialog that is needed is nowhere.
 */
export function applyImport(current: KoreBot, file: KoreBot, options: ImportOptions): KoreBot {
  const wants = (part: 'tasks' | 'nlpData' | 'settings', name: string) => options[part]?.includes(name) ?? true;
  const old = current.definition;
  const now = file.definition;
  const settings: Definition = wants('settings', 'botSettings') ? { ...now, _id: old._id, refId: old.refId } : old;
  const tasks = wants('tasks', 'botTask');
  const components = tasks ? byRefId<Component>(old.dialogComponents, now.dialogComponents) : old.dialogComponents;
  const utterances = options.options?.utterances?.replace === true ? 'replace' : 'append';
  const definition: Definition = {
    ...settings,
    dialogs: tasks ? byRefId<Dialog>(old.dialogs, now.dialogs) : old.dialogs,
    dialogComponents: components,
    sentences: wants('nlpData', 'utterances') ? mergeSentences(old, now, utterances) : old.sentences,
    patterns: wants('nlpData', 'patterns') ? mergePatterns(old, now) : old.patterns,
  };
  requireDependents(definition);
  const envVariables = mergeVariables(current.config.envVariables, broughtVariables(file, options));
  return { ...current, definition, config: { ...current.config, envVariables } };
}

/** The variables that an import writes, empty values included: that a bot's value survives is nowhere promised. */
export function broughtVariables(file: KoreBot, options: ImportOptions): readonly EnvVariable[] {
  if (options.settings?.includes('botVariables') === false) return [];
  const ignored = new Set(options.options?.botVariables?.ignore ?? []);
  return file.config.envVariables.filter((v) => !ignored.has(v.key));
}

function byRefId<T extends { readonly refId: string; readonly _id: string }>(
  old: readonly T[],
  now: readonly T[],
): readonly T[] {
  const replaced = new Map(now.map((thing) => [thing.refId, thing]));
  const known = new Set(old.map((thing) => thing.refId));
  const merged = [...old.map((thing) => replaced.get(thing.refId) ?? thing), ...now.filter((t) => !known.has(t.refId))];
  return merged.sort((a, b) => (a._id < b._id ? -1 : 1));
}

/** Appending keeps what only the bot has; replacing drops it for the tasks in the file. */
function mergeSentences(old: Definition, now: Definition, mode: 'append' | 'replace'): readonly Sentence[] {
  const tasks = new Set(now.dialogComponents.map((c) => c._id));
  const key = (s: Sentence) => `${s.taskId}\0${s.language}\0${s.sentence}`;
  const fresh = new Set(now.sentences.map(key));
  const kept = old.sentences.filter((s) => !fresh.has(key(s)) && !(mode === 'replace' && tasks.has(s.taskId)));
  return [...kept, ...now.sentences];
}

function mergePatterns(old: Definition, now: Definition): Definition['patterns'] {
  const fresh = new Set(now.patterns.map((p) => p['refId']));
  return [...old.patterns.filter((p) => !fresh.has(p['refId'])), ...now.patterns];
}

function mergeVariables(old: readonly EnvVariable[], now: readonly EnvVariable[]): readonly EnvVariable[] {
  const brought = new Map(now.map((v) => [v.key, v]));
  const known = new Set(old.map((v) => v.key));
  return [...old.map((v) => brought.get(v.key) ?? v), ...now.filter((v) => !known.has(v.key))];
}

/** A called dialog, or one that an event starts, must be in the file or in the bot. */
export function requireDependents(definition: Definition): void {
  const there = new Set(definition.dialogs.map((d) => d.refId));
  const called = definition.dialogs.flatMap((d) => d.nodes.flatMap((n) => n.flowTaskId ?? []));
  const started = Object.values(definition.botEvents).flatMap((e) =>
    e.enabled && e.action === 'triggerDialog' && typeof e.task === 'string' && e.task !== '' ? [e.task] : [],
  );
  const missing = [...called, ...started].find((refId) => !there.has(refId));
  if (missing !== undefined) throw new ImportRefusal(`Dependent task ${missing} is missing`);
}
