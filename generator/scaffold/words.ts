/** Verbs that an id may begin with; what follows is the thing. */
const VERBS = new Set(
  'get list find show search fetch check read track look see browse count create update cancel book send'.split(' '),
);

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

/** `a` or `an`, by the first letter. */
export const withArticle = (noun: string): string => `${/^[aeio]/i.test(noun) ? 'an' : 'a'} ${noun}`;
