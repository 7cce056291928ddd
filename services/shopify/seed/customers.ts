import type { WrittenCustomer } from './written';

const ANCHORS: readonly WrittenCustomer[] = [
  {
    n: 1,
    firstName: 'Ada',
    lastName: 'Lindqvist',
    email: 'ada@example.com',
    phone: '+12065550101',
    age: 700,
    address: ['12 Alder Lane', 'Seattle', 'Washington', '98101', 'United States', 'US'],
  },
  { n: 2, firstName: 'Bo', lastName: "O'Connor", email: 'bo+shop@example.org', age: 24, verified: false },
  {
    n: 3,
    firstName: 'Chiara',
    lastName: 'Lenti',
    email: 'chiara@example.net',
    locale: 'it',
    age: 200,
    address: ['Via dei Tigli 3', 'Torino', 'TO', '10121', 'Italy', 'IT'],
  },
  {
    n: 4,
    firstName: 'Sam',
    lastName: 'Rivera',
    email: 'sam.rivera@example.com',
    phone: '+13125550104',
    age: 310,
    address: ['4 Lake St', 'Chicago', 'Illinois', '60601', 'United States', 'US'],
  },
  { n: 5, firstName: 'Sam', lastName: 'Rivera', email: 's.rivera@example.net', age: 90 },
  { n: 6, firstName: '<b>Eve</b>', lastName: '& "Co" {{x}}', email: 'eve@example.com', age: 33 },
  {
    n: 7,
    firstName: 'Haruto',
    lastName: '佐藤',
    email: 'haruto@example.jp',
    phone: '+81355550107',
    locale: 'ja',
    age: 150,
    address: ['2-4-1 Shiba', 'Minato-ku', 'Tokyo', '105-0014', 'Japan', 'JP'],
  },
  {
    n: 8,
    firstName: 'نور',
    lastName: 'حداد',
    email: 'nour@example.com',
    locale: 'ar',
    age: 80,
    address: ['9 Palm Road', 'Dubai', null, '00000', 'United Arab Emirates', 'AE'],
  },
  { n: 9, firstName: null, lastName: null, email: 'just.an.address@example.com', age: 12 },
  { n: 10, firstName: 'Pia', lastName: 'Phone', email: null, phone: '+4930555010', locale: 'de', age: 45 },
];

const NAMES = [
  'Noor Aziz',
  'Liam Berg',
  'Mei Chen',
  'Olu Danjuma',
  'Ines Duarte',
  'Tom Eriksen',
  'Fatou Fall',
  'Greta Grün',
  'Hugo Hale',
  'Iris Ivanova',
  'Jack Jones',
  'Kira Kovač',
  'Leo Lam',
  'Mara Moss',
  'Nils Nygård',
  "Siobhán O'Brien",
  'Paul Pike',
  'Quinn Reyes',
  'Rosa Ruiz',
  'Sven Stahl',
  "Anaïs D'Arcy",
  'Uma Udo',
  'Vera Vogel',
  'Wim de Wit',
] as const;
const CITIES = [
  ['Portland', 'Oregon', '97201', 'United States', 'US'],
  ['Toronto', 'Ontario', 'M5H 2N2', 'Canada', 'CA'],
  ['Berlin', null, '10115', 'Germany', 'DE'],
  ['Leeds', null, 'LS1 4AP', 'United Kingdom', 'GB'],
] as const;

const ascii = (name: string): string =>
  name
    .normalize('NFKD')
    .replace(/[^a-z]/gi, '')
    .toLowerCase();

/** 34 customers; number 2, "Bo O'Connor", never ordered, 9 has no name and 10 no e-mail address. */
export const CUSTOMERS: readonly WrittenCustomer[] = [
  ...ANCHORS,
  ...NAMES.map((name, k): WrittenCustomer => {
    const [firstName = '', ...rest] = name.split(' ');
    const lastName = rest.join(' ');
    const [city, province, zip, country, code] = CITIES[k % CITIES.length] ?? CITIES[0];
    return {
      n: 11 + k,
      firstName,
      lastName,
      email: `${ascii(firstName)}.${ascii(lastName)}@example.com`,
      ...(k % 3 === 0 ? { phone: `+1206555${String(1100 + k)}` } : {}),
      address: [`${k + 1} Main Street`, city, province, zip, country, code],
      age: 60 + k * 17,
    };
  }),
];
