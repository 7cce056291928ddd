import { ownValue } from '../../kore/own-value';

/** What an action does to the thing that it is about. */
export type Deed = 'find' | 'create' | 'update' | 'delete' | 'act';

/** Verbs that an id may begin with; what follows is the thing. */
const VERBS: ReadonlyMap<string, Deed> = new Map<string, Deed>(
  Object.entries({
    find: 'get list find show search fetch check read track look see browse count retrieve view lookup query describe download',
    create: 'create add new make open post insert submit register generate issue upload book log',
    update: 'update edit change set modify patch replace rename put upsert',
    delete: 'delete remove destroy erase',
    act: 'cancel send close merge assign unassign approve reject archive unarchive restore enable disable start stop pause resume run rerun invite follow unfollow lock unlock transfer publish unpublish accept decline pay refund capture confirm void mark star unstar watch subscribe unsubscribe transition convert move copy apply dismiss request resolve reopen redeliver trigger dispatch sync reset revoke verify validate attach detach link unlink share unshare block unblock ping render finalize install uninstall import export migrate clear claim suspend unsuspend reply forward schedule activate deactivate complete retry undo join leave promote demote bulk test preview calculate release reserve mute unmute pin unpin grant deny expire increment decrement rotate rollback refresh process execute perform submit',
  } as const).flatMap(([deed, words]) => words.split(' ').map((word): [string, Deed] => [word, deed as Deed])),
);

export const isVerb = (word: string): boolean => VERBS.has(word);

/** The verb of an action, by its id, else by its method. */
export function verbOf(id: string, method: string): { readonly word: string; readonly deed: Deed } {
  const [first = ''] = id.split('-');
  const deed = VERBS.get(first);
  const isRead = method.toUpperCase() === 'GET';
  // A GET that "renders" something finds it all the same, and nothing that deletes is told as a search.
  if (deed !== undefined && (deed === 'find' || !isRead)) return { word: first, deed };
  const [word, other] = ownValue(BY_METHOD, method.toUpperCase()) ?? (['get', 'find'] as const);
  return { word, deed: other };
}

const BY_METHOD: Readonly<Record<string, readonly [string, Deed]>> = {
  POST: ['create', 'create'],
  PUT: ['update', 'update'],
  PATCH: ['update', 'update'],
  DELETE: ['delete', 'delete'],
};

/** `tickets` → `ticket`. */
export const singularOf = (word: string): string =>
  word
    .replace(/(?<=[a-z]{2})ies$/, 'y')
    .replace(/(?<=(?:ss|x|ch|sh))es$/, '')
    .replace(/(?<=[a-rt-z])s$/, '');

/** `get-order-by-tracking-number` → `Get order by tracking number`. */
export const titleOf = (id: string): string => capital(id.replaceAll('-', ' '));

/** `get-order-details-by-tracking-number` → `order details`: what the action is about. */
export function thingOf(id: string): string {
  const words = id.split('-');
  const rest = words.length > 1 && VERBS.has(words[0] ?? '') ? words.slice(1) : words;
  const end = rest.findIndex((word, i) => i > 0 && (word === 'by' || word === 'for' || word === 'of'));
  return (end < 0 ? rest : rest.slice(0, end)).join(' ');
}

/** `trackingNumber` or `tracking_number` → `tracking number`; `orderId` → `order ID`. */
export const labelOf = (name: string): string =>
  name
    .replace(/(?:Set|V2)$/, '')
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[_.-]+/g, ' ')
    .toLowerCase()
    .replace(/\bid\b/g, 'ID')
    .replace(/\burl\b/g, 'URL')
    .trim();

/** A name that specs take: letters and digits, beginning with a small letter. */
export function nameOf(text: string): string {
  const parts = text.split(/[^A-Za-z\d]+/).filter((part) => part !== '');
  const joined = parts
    .map((part, i) => (i === 0 ? part.charAt(0).toLowerCase() + part.slice(1) : capital(part)))
    .join('');
  return /^[a-z]/.test(joined) ? joined : `value${joined}`;
}

/** The first letter in capitals. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** `What is the order number?` */
export const questionFor = (label: string): string => `What is the ${label}?`;

/** What a person reaches with an action of which nothing else is known. */
export function descriptionOf(id: string, method: string, labels: readonly string[]): string {
  const { deed, word } = verbOf(id, method);
  const says = { find: 'Shows', create: 'Creates', update: 'Changes', delete: 'Deletes', act: capital(`${word}s`) }[
    deed
  ];
  const thing = thingOf(id);
  const one = deed === 'find' || /s$/.test(thing) ? `the ${thing}` : withArticle(thing);
  return `${says} ${one}${labels.length > 0 && deed !== 'create' ? ` by ${labels.slice(0, 3).join(' and ')}` : ''}.`;
}

/** `a` or `an`, by the first letter. */
export const withArticle = (noun: string): string => `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
