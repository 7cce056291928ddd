import type { StoreAnswer } from './answers';

const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (char) => `&#${char.charCodeAt(0)};`).replace(/\p{Cc}/gu, ' ');

/** A hue from 0 to 359 that depends on the text alone. */
const hueOf = (text: string): number =>
  [...text].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) % 360, 7);

/** A square picture that shows its title, as SVG. The title may be any text. */
export function picture(id: string, title: string): StoreAnswer {
  const hue = hueOf(id);
  const short = [...title].slice(0, 28).join('');
  return {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'max-age=3600',
    },
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600"><rect width="600" height="600" fill="hsl(${hue} 45% 82%)"/><circle cx="300" cy="250" r="130" fill="hsl(${hue} 50% 55%)"/><text x="300" y="480" font-family="sans-serif" font-size="34" text-anchor="middle" fill="hsl(${hue} 60% 20%)">${escape(short)}</text></svg>`,
  };
}
