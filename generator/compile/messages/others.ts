import type { Locale } from '../../model/model';
import type { Resolver } from './scope';

/** What finds values, and the language in which it is said. */
interface Scope {
  readonly find: Resolver;
  readonly locale: Locale;
}

/** How it is said that there are more things than those that are shown; of a look that shows all, only what the answer tells. */
export function othersView(each: string, { find, locale: locale }: Scope, most?: number) {
  const others = find.others(each, most);
  if (others === null) return { others };
  const [before = '', after = ''] = locale.style.sentences.others.split('${count}');
  return { others: { ...others, most: most ?? null, before, after, bare: `${before.trim()}${after}` } };
}
