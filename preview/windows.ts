import { isRecord } from '../kore/record';
import type { Template } from './turn';

/** A chat window of Kore.ai's that users have. */
export interface ChatWindow {
  readonly name: string;
  readonly targets: readonly ('xo10' | 'xo11')[];
  readonly rules: readonly WindowRule[];
}

/** What a window makes of a template that it does not draw as it is meant. */
interface WindowRule {
  readonly kind: string;
  readonly when: (payload: Payload) => boolean;
  /** `all`: the user sees nothing of the message. */
  readonly loses: 'all' | 'some';
  readonly says: string;
}

type Payload = Readonly<Record<string, unknown>>;

const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
const elements = (payload: Payload): number => list(payload['elements']).length;
const hasButtons = (payload: Payload): boolean => list(payload['buttons']).length > 0;
/** Whether the fourth element of a list is there as its button, too: a window that shows three shows that one then. */
function hasFourthAsButton(payload: Payload): boolean {
  const [fourth, button] = [list(payload['elements'])[3], list(payload['buttons'])[0]];
  if (elements(payload) !== 4 || !isRecord(fourth) || !isRecord(button)) return false;
  // The invisible separators in a text that was made inert twice are no part of it.
  const [whole, title] = [fourth['title'], button['title']].map((one) => String(one).replace(/\u2060|…$/gu, ''));
  return title !== '' && (whole ?? '').startsWith(title ?? '');
}
const hasText = (payload: Payload): boolean => typeof payload['text'] === 'string' && payload['text'].trim() !== '';

/**
 * The windows and where they differ, as tried in Chromium against a local webhook endpoint (2026): the package on npm, and
 * the vendor's newer lines for XO 10 and XO 11, which npm does not have.
 */
export const WINDOWS: readonly ChatWindow[] = [
  {
    name: 'kore-web-sdk 10.1.12 (npm)',
    targets: ['xo10'],
    rules: [
      {
        kind: 'list',
        when: (payload) => hasButtons(payload) && elements(payload) > 3 && !hasFourthAsButton(payload),
        loses: 'some',
        says: 'shows three of the list’s elements beside its buttons',
      },
    ],
  },
  {
    name: 'XO 10 web chat (v2 10.27)',
    targets: ['xo10'],
    rules: [],
  },
  {
    name: 'XO 11 web chat (v3 11.26)',
    targets: ['xo11'],
    rules: [
      {
        kind: 'list',
        when: (payload) => elements(payload) > 3 && !hasButtons(payload),
        loses: 'all',
        says: 'shows nothing: a list of more than three elements needs a button of its own',
      },
      {
        kind: 'list',
        when: (payload) => elements(payload) > 3 && hasButtons(payload) && !hasFourthAsButton(payload),
        loses: 'some',
        says: 'shows three of the list’s elements and its button',
      },
      {
        kind: 'carousel',
        when: (payload) => elements(payload) > 1 && hasText(payload),
        loses: 'some',
        says: 'does not show the carousel’s text: send it as a message of its own',
      },
      {
        kind: 'table',
        when: (payload) => payload['table_design'] === 'responsive',
        loses: 'some',
        says: 'prints the table’s headings as lists: the design "regular" is right',
      },
    ],
  },
];

/** A remark about one window; `lost` when it shows nothing. */
export interface WindowRemark {
  readonly text: string;
  readonly lost: boolean;
}

/** What each window makes of a template other than what is meant, as sentences. */
export function windowRemarks(
  template: Template | undefined,
  windows: readonly ChatWindow[] = WINDOWS,
): readonly WindowRemark[] {
  const payload = template?.payload;
  if (!isRecord(payload)) return [];
  return windows.flatMap(({ name, rules }) =>
    rules
      .filter(({ kind, when }) => payload['template_type'] === kind && when(payload))
      .map(({ says, loses }) => ({ text: `${name} ${says}`, lost: loses === 'all' })),
  );
}
