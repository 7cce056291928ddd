import { isRecord } from '../../../kore/record';
import type { Check } from '../run';

type Payload = Readonly<Record<string, unknown>>;

/** What the web channel's templates hold at most (documented for list, carousel, button and text). */
const MOST = { list: 4, carousel: 10, itemButtons: { list: 1, carousel: 3 }, text: 640, buttonTitle: 20 } as const;

/** No message is larger than the web channel shows. */
export const withinLimits: Check = (_scene, turns) =>
  (turns.at(-1)?.turn.messages ?? []).flatMap(({ rtm, own }) => {
    if (own === true) return [];
    const payload = rtm.template?.payload ?? {};
    const elements = records(payload['elements']);
    const kind = payload['template_type'];
    return [
      ...tooMany('characters in a text', [...rtm.text].length, MOST.text),
      ...(kind === 'list' || kind === 'carousel' ? things(kind, elements) : []),
      ...(kind === 'table' ? elements.flatMap(cells) : []),
      ...[payload, ...elements].flatMap(titles),
    ];
  });

const things = (kind: 'list' | 'carousel', elements: readonly Payload[]): readonly string[] => [
  ...tooMany(`things in a ${kind}`, elements.length, MOST[kind]),
  ...(elements.length === 0 ? [`a ${kind} is empty`] : []),
  ...elements.flatMap((element) =>
    tooMany(`buttons at a thing of a ${kind}`, records(element['buttons']).length, MOST.itemButtons[kind]),
  ),
];

const cells = (row: Payload): readonly string[] =>
  Array.isArray(row['Values']) && row['Values'].length >= 2 ? [] : ['a table row has less than two cells'];

const titles = (holder: Payload): readonly string[] =>
  [...records(holder['buttons']), ...records(holder['quick_replies'])].flatMap(({ title }) =>
    typeof title === 'string' && title !== ''
      ? tooMany('characters in a button', [...title].length, MOST.buttonTitle)
      : ['a button has no title'],
  );

const tooMany = (what: string, count: number, most: number): readonly string[] =>
  count > most ? [`${count} ${what}; ${most} are shown at most`] : [];

const records = (value: unknown): readonly Payload[] => (Array.isArray(value) ? value.filter(isRecord) : []);
