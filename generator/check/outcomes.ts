import type { Report } from '../diagnostics/diagnostic';
import { isBuiltIn } from '../model/named-outcomes';
import type { Action } from '../model/model';
import { outcomes as builtIn } from '../model/outcomes';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

/** Every way in which an answer can end has a reply, and every reply is for one. */
export const outcomesHaveReplies: SpecRule = (bot, report) => {
  for (const action of bot.actions) {
    const { reply } = action.where.file.data as { readonly reply: Readonly<Record<string, unknown>> };
    const names = action.outcomes.map(({ name }) => name);
    const known = [...builtIn, 'done', 'unsure', ...names];
    for (const key of Object.keys(reply))
      if (!known.includes(key)) report(keyPlace(action.where, 'reply', key), 'unknown-key', key, known);
    const isDone = action.response.done.length > 0;
    const needed = [
      isDone ? 'done' : 'found',
      ...(isDone ? [] : ['empty']),
      ...names.filter((name) => !isBuiltIn(name)),
    ];
    const missing = needed.filter((key) => reply[key] === undefined);
    if (missing.length > 0) report(keyPlace(action.where, 'reply'), 'missing-key', missing, '"reply"');
    outcomesDiffer(action, report);
    doneIsForWrites(action, report);
  }
};

/** An outcome says what it is known by, and does not take over what the tool decides itself. */
function outcomesDiffer({ outcomes }: Action, report: Report): void {
  for (const { name, statuses, at, where } of outcomes) {
    if (statuses.length === 0 && at === undefined)
      report(keyPlace(where), 'missing-key', ['status'], `"outcomes.${name}"`);
    if (isBuiltIn(name) && name !== 'refused')
      report(keyPlace(where), 'confirm-ignored', name, 'the tool decides that itself. Choose another name.');
  }
}

function doneIsForWrites({ writes, request, response, where }: Action, report: Report): void {
  if (response.done.length === 0 || (writes && request.kind === 'rest')) return;
  const { response: written } = where.file.data as { readonly response?: { readonly done?: unknown } };
  const at = written?.done === undefined ? keyPlace(where, 'reply', 'done') : keyPlace(response.where, 'done');
  report(at, 'confirm-ignored', 'done', 'only a REST request that writes is done. Say found and empty.');
}
