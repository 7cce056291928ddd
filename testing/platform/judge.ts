import { v4 as newUuid } from 'uuid';
import type { Definition, Dialog, KoreBot } from '../../kore/format';
import { ImportRefusal } from './apply-import';
import type { ImportHabits } from './options';

/** Refuses a file for what the emulated platform does not take. Throws an `ImportRefusal`. */
export function checkImport({ definition }: KoreBot, habits: ImportHabits): void {
  const refuse = (when: boolean, words: string) => {
    if (when) throw new ImportRefusal(words);
  };
  const events = Object.keys(definition.botEvents).length;
  const companions = 'runCustomScript' in definition;
  const types = definition.dialogs.flatMap((d) => d.nodes.map((n) => n.type));
  refuse(habits.needsHash === true && !('encryptedHash' in definition), 'Invalid file: encryptedHash does not match');
  refuse(habits.refusesLayout === 'botAction' && types.includes('botAction'), 'Unsupported node type botAction');
  refuse(habits.refusesLayout === 'flat' && types.includes('message'), 'Message nodes must be part of a bot action');
  refuse(habits.refusesEvents === 'some' && events > 0, 'Events are not supported in this file');
  refuse(habits.refusesEvents === 'none' && events === 0, 'botEvents are required');
  refuse(habits.refusesCompanions === 'with' && companions, 'Unknown key runCustomScript');
  refuse(habits.refusesCompanions === 'without' && !companions, 'runCustomScript is required');
}

/** The file's dialogs as the emulated platform files them beside those that are there. Throws an `ImportRefusal`. */
export function settleIdentity(current: Definition, file: KoreBot, habits: ImportHabits): KoreBot {
  const there = new Map(current.dialogs.map((d) => [d.refId, d]));
  const names = new Map(current.dialogs.map((d) => [d.lname, d]));
  const dialogs = file.definition.dialogs.flatMap((dialog): readonly Dialog[] => {
    if (there.has(dialog.refId)) return sameRefId(dialog, habits);
    const other = names.get(dialog.lname);
    return other === undefined ? [dialog] : sameName(dialog, other, habits);
  });
  const [left, all] = [usedBy(dialogs), usedBy(file.definition.dialogs)];
  // What an ignored dialog uses is ignored with it.
  const dialogComponents = file.definition.dialogComponents.filter((c) => left.has(c._id) || !all.has(c._id));
  return { ...file, definition: { ...file.definition, dialogs, dialogComponents } };
}

const usedBy = (dialogs: readonly Dialog[]): ReadonlySet<string> =>
  new Set(dialogs.flatMap((d) => d.nodes.flatMap((n) => [n, ...(n.nodes ?? [])].map((one) => one.componentId))));

/** The file's variables as the emulated platform reads them. */
export function variablesAsRead(file: KoreBot, habits: ImportHabits): KoreBot {
  const envVariables = file.config.envVariables.map((v) => ({
    ...v,
    ...(habits.ignoresValues === true ? { value: '' } : {}),
    ...(habits.forgetsSecured === true ? { isSecured: false } : {}),
  }));
  return { ...file, config: { ...file.config, envVariables } };
}

/** The definition with what the platform adds of its own: an event that no file brought (inferred from one export). */
export function withPlatformDefaults(bot: KoreBot, habits: ImportHabits): KoreBot {
  if (habits.fills !== true) return bot;
  const event = { enabled: true, action: 'showMsg', task: null, msg: [] };
  const botEvents = { REPEAT_RESPONSE_EVENT: event, ...bot.definition.botEvents };
  return { ...bot, definition: { ...bot.definition, botEvents } };
}

function sameRefId(dialog: Dialog, { sameRefId: habit }: ImportHabits): readonly Dialog[] {
  if (habit === 'refuse') throw new ImportRefusal(`Reference id ${dialog.refId} already in use`);
  if (habit === 'ignore') return [];
  if (habit === 'double') return [{ ...dialog, _id: `dg-${newUuid()}`, refId: newUuid() }];
  return [dialog];
}

function sameName(dialog: Dialog, other: Dialog, { sameName: habit }: ImportHabits): readonly Dialog[] {
  if (habit === 'refuse') throw new ImportRefusal(`Task name ${dialog.lname} already exists`);
  if (habit === 'ignore') return [];
  if (habit === 'replace') return [{ ...dialog, _id: other._id, refId: other.refId }];
  if (habit !== 'rename') return [dialog];
  const renamed = Object.entries(dialog.localeData).map(([l, d]) => [l, { ...d, name: `${d.name} 1` }] as const);
  return [{ ...dialog, lname: `${dialog.lname} 1`, localeData: Object.fromEntries(renamed) }];
}
