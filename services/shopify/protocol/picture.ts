import type { ServiceAnswer } from '../../service';
import { drawingOf } from './drawings';

/** Hue, saturation and lightness of the colours that titles name. */
const COLOURS: Readonly<Record<string, readonly [number, number, number]>> = {
  blue: [215, 60, 46],
  red: [4, 66, 48],
  green: [145, 42, 38],
  cream: [42, 48, 82],
  black: [220, 10, 22],
  yellow: [46, 85, 55],
  slate: [212, 16, 44],
  coral: [12, 78, 64],
  white: [210, 16, 93],
  purple: [276, 42, 46],
  oak: [32, 46, 56],
};

/** A hue from 0 to 359 that depends on the text alone. */
const hueOf = (text: string): number =>
  [...text].reduce((hash, char) => (hash * 31 + (char.codePointAt(0) ?? 0)) % 360, 7);

/** A square picture of what the title names, as SVG. No text of the title stands in it. */
export function picture(id: string, title: string): ServiceAnswer {
  const named = Object.entries(COLOURS).find(([word]) => new RegExp(`\\b${word}\\b`, 'i').test(title))?.[1];
  const [hue, saturation, lightness] = named ?? [hueOf(id), 34, 50];
  const shade = (by: number) => `hsl(${hue} ${saturation}% ${Math.min(98, Math.max(8, lightness + by))}%)`;
  const drawing = drawingOf(title, { a: shade(0), d: shade(-16), l: shade(22) });
  const ground = `<rect width="600" height="600" fill="hsl(${hue} 24% 90%)"/><ellipse cx="300" cy="474" rx="190" ry="20" fill="#000" opacity=".08"/>`;
  return {
    status: 200,
    headers: {
      'content-type': 'image/svg+xml; charset=utf-8',
      'content-security-policy': "default-src 'none'",
      'x-content-type-options': 'nosniff',
      'cache-control': 'max-age=3600',
    },
    body: `<svg xmlns="http://www.w3.org/2000/svg" width="600" height="600" viewBox="0 0 600 600">${ground}${drawing}</svg>`,
  };
}
