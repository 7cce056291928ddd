import type { Operation } from '../../../apis/openapi/operations';
import { isVerb, singularOf } from '../words';
import { plainSentence } from './plain-text';

/** An id such as `create-ticket` from an operation's own, with the thing of its path where it names none. */
export function idOf({ id, method, path }: Operation): string {
  const byMethod = VERBS[method] ?? 'get';
  if (id.startsWith(`${method} `)) return shortened([byMethod, ...wordsOf(thingOfPath(path)), ...byOf(path)]);
  const [group = '', rest = id] = id.includes('/') ? id.split('/', 2) : ['', id];
  const words = wordsOf(rest).filter((word) => !/^(controller|api|v\d+|operation|endpoint|using)$/.test(word));
  if (group !== '' && isVerb(words[0] ?? '')) return grouped(singularOf(group), words);
  return shortened(verbFirst(words, byMethod));
}

/** `IssuesCreate`, `tickets_list`: the verb comes first; where there is none, that of the method. */
function verbFirst(words: readonly string[], byMethod: string): readonly string[] {
  const at = words.findIndex(isVerb);
  if (at < 0) return [byMethod, ...words];
  return at === words.length - 1 ? [words[at] ?? byMethod, ...words.slice(0, at)] : words;
}

/** `issues/create-comment` → `create-issue-comment`, as long as there is room for the group. */
function grouped(group: string, words: readonly string[]): string {
  const [verb = '', ...others] = words;
  const thing = wordsOf(group);
  const whole = [verb, ...(others.length > 0 && holds(words, thing) ? [] : thing), ...others];
  return shortened(others.length > 0 && isLong(whole) ? words : whole);
}

const VERBS: Readonly<Record<string, string>> = {
  get: 'get',
  post: 'create',
  put: 'update',
  patch: 'update',
  delete: 'delete',
};

const holds = (words: readonly string[], thing: readonly string[]) =>
  thing.every((one) => words.some((word) => singularOf(word) === one));

/** Words of a name in small letters, whatever joins them. */
const wordsOf = (name: string): readonly string[] =>
  name
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/([A-Z]+)([A-Z][a-z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z\d]+/)
    .filter((word) => word !== '');

const thingOfPath = (path: string): string => {
  const steps = path.split('/').filter((step) => step !== '' && !/[{}]|^v\d+$|^api$/.test(step));
  const last = (steps.at(-1) ?? 'item').replace(/\.json$/, '');
  return /\}(\.json)?$/.test(path) ? singularOf(last) : last;
};

const byOf = (path: string): readonly string[] => {
  const [, name] = /\{([^{}]+)\}(?:\.json)?$/.exec(path) ?? [];
  return name === undefined ? [] : ['by', ...wordsOf(name)];
};

/** Names of real exports are short, and those of a dialog's parts are longer than its id. */
const MOST_LETTERS = 26;
const FILLERS = new Set('for the of a an all with to in on from and authenticated this that api'.split(' '));

const isLong = (words: readonly string[]) => words.join('').length > MOST_LETTERS;

/** Says an id in few letters: fillers go first, then what stands last. */
function shortened(words: readonly string[]): string {
  let left = words.map((word, i) => (i === 0 ? word.replace(/^\d+/, 'n') : word)).filter((word) => word !== '');
  while (isLong(left) && left.slice(1).some((word) => FILLERS.has(word))) {
    const at = left.findIndex((word, i) => i > 0 && FILLERS.has(word));
    left = left.filter((_, i) => i !== at);
  }
  while (isLong(left) && left.length > 2) left = left.slice(0, -1);
  return left
    .join('-')
    .slice(0, MOST_LETTERS + left.length)
    .replace(/-$/, '');
}

/** What the document calls it, where that can be a title; else nothing. */
export function titleIn({ summary }: Operation): string | undefined {
  const title = plainSentence(summary, 60).replace(/[.!?:]+$/, '');
  return title.length >= 5 && title.length <= 60 && title.includes(' ') ? title : undefined;
}
