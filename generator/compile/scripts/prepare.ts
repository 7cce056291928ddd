import type { FilterName } from '../../model/filters';
import type { Action, Bot, Phrase, VariableValue } from '../../model/model';
import { keyOf, names, pagingKey, tokenKey } from '../../model/names';
import { usedVariables } from '../../model/normalize-bot';
import { placeholders, plainOf, type Placeholder } from '../../model/text';
import { constant, member, textOf, type Expression } from '../expressions';
import { script, type Script } from '../plan';
import { restUrl } from '../rest-url';
import { argumentsOf, filtered, functionOf, functionPartials } from './filters';
import { foldQuery } from './query';
import { isPersonal } from './personal';

/** A value that is checked before anything is sent: null when nothing safe is left of what was said. */
interface Checked {
  readonly name: string;
  readonly value: Expression;
  readonly input: string;
  /** A part of a path may not be empty, and not climb. */
  readonly inPath: boolean;
}

/** The step before the request: checks what was said and builds the body. */
export function prepareScript(bot: Bot, action: Action): Script {
  const { request } = action;
  const checks = checker(action);
  const members = request.kind === 'graphql' ? request.variables : request.body;
  const content = [...members].map(([name, value]) => ({ key: name, value: checks.value(name, value) }));
  const url = request.kind === 'rest' ? restUrl(request, keyOf(action.id)).values : [];
  const address = url.map(({ name, phrase }) => ({ name, value: checks.value(name, phrase, /^path/.test(name)) }));
  const used = [...members.values(), ...url.map(({ phrase }) => phrase)].filter((v) => typeof v === 'object');
  const uses = used.flatMap((v) => placeholders(v.text).flatMap((p) => p.filters));
  const inputs = action.inputs.map(({ name }) => ({ name, entity: names.entity(action.id, name) }));
  return script('scripts/prepare', {
    title: plainOf(action.title.text),
    key: keyOf(action.id),
    inputs,
    oneInput: inputs.length === 1,
    texts: inputs.length > 0 || address.length > 0,
    functions: functionPartials(uses),
    chained: used.some((v) => placeholders(v.text).some((p) => p.filters.length > 1)),
    personal: isPersonal(bot, action),
    settings: settings(bot),
    clientCredentials: bot.credentials.mode === 'clientCredentials',
    tokenKey: tokenKey(bot.id),
    query: request.kind === 'graphql' ? foldQuery(request.query) : '',
    checked: checks.all,
    oneCheck: checks.all.length === 1,
    asked: inputs.flatMap(({ name, entity }) => {
      const tests = checks.all.filter((c) => c.input === name);
      return tests.length > 0 ? [{ entity, tests, only: tests.length === 1 }] : [];
    }),
    content,
    oneValue: content.length === 1,
    holder: request.kind === 'graphql' ? 'variables' : 'content',
    body: request.kind === 'graphql' || content.length > 0,
    address,
    paging: request.kind === 'graphql' && request.paging !== undefined,
    moreTitles: moreTitles(bot, action),
    pagingKey: pagingKey(action.id),
  });
}

/** How the sentence for the next page begins, in each language. */
const moreTitles = (bot: Bot, action: Action): readonly string[] =>
  bot.spoken.flatMap((s) => {
    const more = s.actions.find((a) => a.id === action.id)?.next?.more;
    return more ? [plainOf(more.text).trim().toLowerCase()] : [];
  });

/** Makes expressions of request values, and keeps which of them have to be checked first. */
function checker(action: Action) {
  const all: Checked[] = [];
  const entity = (input: string) => member('context', 'entities', names.entity(action.id, input));
  const valueOf = (variable: string, { name, filters: uses }: Placeholder, inPath: boolean): Expression => {
    const [first, ...more] = uses;
    if (!first) return inPath ? checked(variable, member('said', name), name, inPath) : entity(name);
    const value = more.reduce<Expression>(
      (so, use) => ({ kind: 'chain', value: so, name: functionOf(use.name), args: argumentsOf(use) }),
      filtered(member('said', name), first),
    );
    const safe = uses.every((use) => ANSWERS_ALWAYS.has(use.name));
    return safe && !inPath ? value : checked(variable, value, name, inPath);
  };
  const checked = (variable: string, value: Expression, input: string, inPath: boolean): Expression => {
    const base = /^[A-Za-z_]\w*$/.test(variable) && variable !== '__proto__' ? variable : 'value';
    const taken = (name: string) => all.some((one) => one.name === name);
    let name = base;
    for (let n = 2; taken(name); n += 1) name = `${base}${n}`;
    all.push({ name, value, input, inPath });
    return member('safe', name);
  };
  return {
    all,
    value: (variable: string, value: VariableValue | Phrase, inPath = false): Expression =>
      typeof value === 'object'
        ? textOf(value.text.map((part) => (typeof part === 'string' ? part : valueOf(variable, part, inPath))))
        : constant(value),
  };
}

/** Filters that make something of any value. */
const ANSWERS_ALWAYS: ReadonlySet<string> = new Set<FilterName>(['isId', 'isNotId']);

/** Variables that stand in the host: what does not fit their pattern must never become an address. */
const settings = (bot: Bot) => {
  const used = new Set(usedVariables(bot.service, { mode: 'none' }));
  return bot.variables.flatMap((v) =>
    used.has(v.key) && v.pattern !== undefined
      ? [
          {
            variable: v.key,
            pattern: `^(?:${v.pattern})$`,
            report: `The variable ${v.key} is not set, or does not fit ${v.pattern}`,
          },
        ]
      : [],
  );
};
