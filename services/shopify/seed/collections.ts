import type { WrittenCollection } from './written';

const live = (status: string | undefined): boolean => (status ?? 'ACTIVE') === 'ACTIVE';

/** 14 collections: one hidden, one empty, one with drafts only, one with more than 20 products. */
export const COLLECTIONS: readonly WrittenCollection[] = [
  { n: 1, title: 'Mugs', description: 'Every mug we make.', picture: true, holds: (p) => p.type === 'Mugs' },
  {
    n: 2,
    title: 'Camp Kitchen',
    description: 'Mugs, kettles and things to cook with.',
    picture: true,
    holds: (p) => p.n === 1 || p.n === 2 || (p.tags ?? []).includes('camping'),
  },
  { n: 3, title: 'Home page', holds: () => false },
  { n: 4, title: 'Coming Soon', description: 'Not here yet.', holds: (p) => p.status === 'DRAFT' },
  {
    n: 5,
    title: 'Wholesale (hidden)',
    description: 'Not shown online.',
    hidden: true,
    holds: (p) => p.n === 115 || p.n === 1,
  },
  {
    n: 6,
    title: 'Warm & Woolly',
    description: 'Wool for cold nights.',
    picture: true,
    holds: (p) => p.type === 'Blankets' || p.type === 'Socks',
  },
  {
    n: 7,
    title: 'Gifts: "Under $50"',
    description: "For people who 'have everything'.",
    holds: (p) => live(p.status) && p.cents > 0 && p.cents < 5000 && p.type !== 'Mugs',
  },
  { n: 8, title: 'Kitchen', holds: (p) => p.type === 'Kitchen' },
  { n: 9, title: 'Bags', picture: true, holds: (p) => p.type === 'Bags' },
  { n: 10, title: '✨ New ✨', holds: (p) => (p.age ?? 90) < 60 },
  { n: 11, title: 'Light <i>&</i> Candles', holds: (p) => p.type === 'Candles' || p.type === 'Lanterns' },
  { n: 12, title: 'Paper & Maps', holds: (p) => p.type === 'Maps' || p.type === 'Posters' || p.type === 'Paper' },
  { n: 13, title: 'مجموعة الصوف', holds: (p) => p.n === 106 || p.n === 102 },
  { n: 14, title: 'Blue Things', holds: (p) => p.title.startsWith('Blue ') },
];
