import type { Report } from '../diagnostics/diagnostic';
import { furtherKey, names } from '../model/names';
import type { Action, Phrase } from '../model/model';
import { placeOf, keyPlace } from './places';
import { plainOf } from '../model/text';
import type { SpecRule } from './rule';

/** Component names in real exports have at most 37 letters; the platform's own limit is not documented. */
const LONGEST = 40;

/** Names that the platform's context has already, or that a bot always has. */
const RESERVED = new Set(
  'bot context entities env content session intent history traits welcome fallback welcome-task fallback-task user-inputs current-language on-hold-tasks problem topic aside called locale amounts'.split(
    ' ',
  ),
);

/** What files and scripts of every platform can be called; capitals are out, because some systems cannot tell them apart. */
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/** Ids, titles and identities differ, also for a platform that does not tell capitals apart. */
export const namesDiffer: SpecRule = (bot, report) => {
  if (bot.actions.length === 0) report(placeOf(bot.where), 'empty-bot');
  if (!ID.test(bot.id)) report(keyPlace(bot.where, 'name'), 'bad-id', bot.id, 'folder');
  const identities = new Map<string, Action>();
  const components = new Map(
    [
      names.tokenService(bot.id),
      names.token(bot.id),
      names.hear(bot.id),
      names.check(bot.id),
      names.show(bot.id),
      names.group(bot.id, 'token'),
    ].map((n) => [n.toLowerCase(), 'bot.yaml']),
  );
  for (const action of bot.actions) {
    if (!ID.test(action.id)) report(placeOf(action.title.where), 'bad-id', action.id, 'file');
    if (RESERVED.has(action.id)) report(placeOf(action.title.where), 'reserved-id', action.id);
    const twin = identities.get(action.identity);
    if (twin) identityClashes(action, twin, report);
    identities.set(action.identity, action);
    componentsDiffer(action, components, report);
    partsAreFree(action, report);
  }
  for (const { actions, texts } of bot.locales) {
    const titles = [texts.welcome.title, ...actions.map((a) => a.title), ...texts.answers.map((a) => a.title)];
    titlesDiffer(texts.agent ? [...titles, texts.agent.title] : titles, report);
  }
};

/** What every dialog of this kind calls a part of its own, in small letters. */
function ownParts({ id, writes }: Action): ReadonlySet<string> {
  const scripts = [names.intent(id), names.read(id), names.prepare(id), names.service(id), names.answer(id)];
  const replies = ['found', 'next', 'empty', 'near', 'needs-input'].map((outcome) => names.reply(id, outcome));
  const asked = [
    names.confirm(id),
    names.change(id),
    names.send(id),
    names.reply(id, 'declined'),
    names.reply(id, 'unsure'),
  ];
  return new Set([...scripts, ...replies, ...(writes ? asked : [])].map((name) => name.toLowerCase()));
}

/** An input or an outcome of the author's is not called as such a part is. */
function partsAreFree(action: Action, report: Report): void {
  const { id, inputs, outcomes } = action;
  const taken = ownParts(action);
  const named = [
    ...inputs.map(({ name, where }) => ({ name, where, parts: [names.entity(id, name), names.giveUp(id, name)] })),
    ...outcomes.map(({ name, where }) => ({ name, where, parts: [names.reply(id, name)] })),
  ];
  for (const { name, where, parts } of named)
    if (parts.some((part) => taken.has(part.toLowerCase()))) report(placeOf(where), 'part-name', name);
}

/** Names of components are free, and short enough; `taken` says by which action, and takes this one's in. */
function componentsDiffer(action: Action, taken: Map<string, string>, report: Report): void {
  const own = componentNames(action);
  const at = placeOf(action.title.where);
  const clash = own.find((name) => (taken.get(name.toLowerCase()) ?? action.id) !== action.id);
  if (clash !== undefined) report(at, 'name-clash', clash, taken.get(clash.toLowerCase()) ?? '');
  for (const name of own) taken.set(name.toLowerCase(), action.id);
  const [longest = ''] = own.toSorted((a, b) => b.length - a.length);
  if (longest.length > LONGEST) report(at, 'name-too-long', longest, LONGEST);
}

/** One of two actions of the same identity has its `id` written, or their files would have the same name. */
function identityClashes(action: Action, twin: Action, report: Report): void {
  const written = (action.where.file.data as { readonly id?: string }).id !== undefined;
  const [at, other] = written ? [action, twin] : [twin, action];
  report(keyPlace(at.where, 'id'), 'duplicate-identity', action.identity, other.id);
}

function titlesDiffer(titles: readonly Phrase[], report: Report): void {
  const seen = new Map<string, Phrase | undefined>([
    ['welcome task', undefined],
    ['fallback task', undefined],
  ]);
  for (const title of titles) {
    const text = plainOf(title.text);
    const key = text.toLowerCase();
    if (seen.has(key)) report(placeOf(title.where), 'duplicate-title', text, seen.get(key)?.where.file.path);
    else seen.set(key, title);
  }
}

function componentNames({ id, inputs }: Action): readonly string[] {
  // An action's state stands in the context beside the further page of another.
  const own = [
    names.intent(id),
    names.read(id),
    names.prepare(id),
    names.service(id),
    names.answer(id),
    furtherKey(id),
  ];
  const replies = ['found', 'next', 'empty', 'near', 'needs-input'].map((outcome) => names.reply(id, outcome));
  return [
    ...new Set([...own, ...replies, ...inputs.flatMap((i) => [names.entity(id, i.name), names.giveUp(id, i.name)])]),
  ];
}
