import type { WrittenProduct } from './written';

const COLOURS = ['Blue', 'Red', 'Green', 'Cream', 'Black', 'Yellow', 'Slate', 'Coral', 'White'] as const;
const KINDS = [
  ['Enamel Mug', 1800, 'A steel mug with an enamel coat. Dishwasher safe; not for the microwave.'],
  ['Stoneware Mug', 2400, 'Thrown by hand, glazed twice, and a little different every time.'],
  ['Travel Mug', 3200, 'Keeps coffee hot for six hours and does not leak in a bag.'],
] as const;

/** 27 mugs, so that a search for "mug" has several pages; number 1 is the "Blue Enamel Mug". */
export const MUGS: readonly WrittenProduct[] = KINDS.flatMap(([kind, cents, description], k) =>
  COLOURS.map((colour, c) => ({
    n: k * COLOURS.length + c + 1,
    title: `${colour} ${kind}`,
    type: 'Mugs',
    cents,
    description: `${description} Colour: ${colour.toLowerCase()}.`,
    tags: ['kitchen', colour.toLowerCase()],
    ...(k === 0 && c < 3
      ? { options: { Size: ['350 ml', '500 ml'] }, step: 400, stock: [42 - c, c === 0 ? 0 : 6] }
      : {}),
    ...(k === 0 && c === 0 ? { was: 2100, pictures: 3 } : {}),
    ...(k === 1 && c === 4 ? { stock: [0] } : {}),
    age: 40 + k * 30 + c,
  })),
);
