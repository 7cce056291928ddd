/** What a drawing is made of: `a` the thing's colour, `d` a darker one, `l` a lighter one. */
export interface Shades {
  readonly a: string;
  readonly d: string;
  readonly l: string;
}

type Drawing = (shades: Shades) => string;

const path = (fill: string, d: string, more = ''): string => `<path fill="${fill}" d="${d}" ${more}/>`;
const rect = (fill: string, x: number, y: number, width: number, height: number, rx = 0): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${rx}" fill="${fill}"/>`;
const ellipse = (fill: string, cx: number, cy: number, rx: number, ry: number): string =>
  `<ellipse cx="${cx}" cy="${cy}" rx="${rx}" ry="${ry}" fill="${fill}"/>`;
const line = (stroke: string, width: number, d: string): string =>
  `<path fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" d="${d}"/>`;

const mug: Drawing = ({ a, d, l }) =>
  line(d, 34, 'M398 235h38a56 56 0 0 1 0 132h-44') +
  path(a, 'M180 180h230v215q0 55-55 55H235q-55 0-55-55z') +
  path(l, 'M205 205h26v190q0 24 12 34-38-8-38-42z', 'opacity=".6"') +
  ellipse(d, 295, 180, 115, 26) +
  ellipse('#3b2a20', 295, 184, 92, 17);

const travelMug: Drawing = ({ a, d, l }) =>
  path(a, 'M215 190h170l-24 260q-3 20-24 20h-74q-21 0-24-20z') +
  path(l, 'M238 215h26l14 225h-18q-6 0-7-8z', 'opacity=".6"') +
  rect(d, 200, 150, 200, 44, 14) +
  rect(d, 270, 122, 60, 34, 10);

const blanket: Drawing = ({ a, d, l }) =>
  rect(a, 140, 210, 320, 90, 30) +
  rect(l, 140, 290, 320, 80, 30) +
  rect(a, 140, 360, 320, 90, 30) +
  [170, 210, 250, 290, 330, 370, 410].map((x) => line(d, 8, `M${x} 452v26`)).join('') +
  line(d, 10, 'M160 330h280') +
  line(d, 10, 'M160 255h280');

const shirt: Drawing = ({ a, d }) =>
  path(a, 'M225 150h150l105 62-46 92-54-26v182H220V278l-54 26-46-92z') + path(d, 'M250 150h100q-8 50-50 50t-50-50z');

const card: Drawing = ({ a, d, l }) =>
  rect(a, 130, 200, 340, 214, 22) + rect(d, 255, 200, 36, 214) + rect(d, 130, 288, 340, 34) + bow(l, 273, 305);

const bow = (fill: string, x: number, y: number): string => path(fill, `M${x} ${y}q-70-70-76-8t76 8q70-70 76-8t-76 8z`);

const box: Drawing = ({ a, d, l }) =>
  rect(a, 170, 260, 260, 200, 12) + rect(d, 150, 215, 300, 66, 10) + rect(l, 280, 215, 40, 245) + bow(l, 300, 212);

const cushion: Drawing = ({ a, d, l }) =>
  path(a, 'M170 200q130 34 260 0 34-6 22 26-22 84 0 168 10 34-22 26-130-30-260 0-34 8-22-26 24-84 0-168-12-32 22-26z') +
  line(d, 8, 'M215 250q85 18 170 0M215 365q85-18 170 0') +
  ellipse(l, 300, 308, 14, 14);

const candle: Drawing = ({ a, d, l }) =>
  path('#f6b73c', 'M300 130q46 52 0 92-46-40 0-92z') +
  line(d, 8, 'M300 222v34') +
  rect(a, 235, 250, 130, 200, 14) +
  rect(l, 250, 268, 24, 160, 12) +
  ellipse(d, 300, 454, 110, 20);

const poster: Drawing = ({ a, d, l }) =>
  rect(d, 190, 130, 220, 330, 6) +
  rect(l, 206, 146, 188, 298) +
  path(a, 'M206 400l70-96 48 56 34-40 36 52v72H206z') +
  ellipse('#f6b73c', 348, 214, 26, 26);

const map: Drawing = ({ a, d, l }) =>
  path(l, 'M140 190l107-34 107 34 106-34v260l-106 34-107-34-107 34z') +
  path(a, 'M247 156l107 34v260l-107-34z', 'opacity=".55"') +
  line(d, 10, 'M175 380q60-120 120-70t130-110') +
  ellipse('#c0392b', 425, 200, 16, 16);

const lantern: Drawing = ({ a, d, l }) =>
  line(d, 14, 'M240 200q60-120 120 0') +
  rect(d, 225, 200, 150, 36, 8) +
  rect(l, 242, 236, 116, 170, 8) +
  path('#f6b73c', 'M300 275q40 52 0 92-40-40 0-92z') +
  rect(a, 215, 406, 170, 50, 12);

const stove: Drawing = ({ a, d, l }) =>
  line(d, 16, 'M190 250h220M240 250l-30-44M360 250l30-44') +
  rect(l, 255, 256, 90, 60, 10) +
  rect(a, 235, 316, 130, 140, 24);

const plate: Drawing = ({ a, d, l }) =>
  ellipse(d, 300, 318, 190, 150) + ellipse(a, 300, 308, 190, 150) + ellipse(l, 300, 306, 120, 92);

const apron: Drawing = ({ a, d, l }) =>
  line(d, 14, 'M250 160q50-70 100 0') +
  path(a, 'M245 160h110l16 100 64 24v176H165V284l64-24z') +
  rect(l, 235, 340, 130, 80, 10);

const bag: Drawing = ({ a, d, l }) =>
  line(d, 20, 'M262 180q38-70 76 0') +
  rect(a, 180, 175, 240, 290, 70) +
  rect(d, 150, 320, 50, 110, 22) +
  rect(d, 400, 320, 50, 110, 22) +
  rect(l, 222, 325, 156, 104, 22) +
  line(d, 10, 'M222 255h156');

const torch: Drawing = ({ a, d }) =>
  path('#f6b73c', 'M170 165q-70 30-20 62 34-12 20-62z') +
  rect(d, 170, 190, 110, 30, 10) +
  path(a, 'M262 180h120l-26 90h-68z') +
  rect(a, 286, 262, 72, 200, 24);

const kettle: Drawing = ({ a, d, l }) =>
  line(d, 20, 'M225 210q75-110 150 0') +
  path(a, 'M205 215h190q50 120 44 215-2 20-24 20H185q-22 0-24-20-6-95 44-215z') +
  path(a, 'M420 300l74-70 22 22-76 130z') +
  ellipse(d, 300, 214, 96, 20) +
  ellipse(l, 300, 192, 16, 16);

const sticker: Drawing = ({ a, d, l }) =>
  ellipse(l, 300, 305, 165, 165) + ellipse(a, 300, 305, 142, 142) + path(d, 'M215 355l56-90 42 58 26-30 50 62z');

const table: Drawing = ({ a, d }) =>
  rect(a, 120, 245, 360, 40, 8) + rect(d, 150, 285, 26, 180) + rect(d, 424, 285, 26, 180) + rect(d, 176, 285, 248, 22);

const parcel: Drawing = ({ a, d, l }) =>
  path(a, 'M150 230l150-70 150 70v180l-150 70-150-70z') +
  path(d, 'M300 300v180l150-70V230z', 'opacity=".5"') +
  path(l, 'M150 230l150 70 150-70-150-70z');

/** The first whose words stand in a title is drawn; a parcel when there is none. */
const KINDS: readonly (readonly [RegExp, Drawing])[] = [
  [/travel mug/i, travelMug],
  [/mug|cup/i, mug],
  [/blanket|wool|الصوف/i, blanket],
  [/tee|shirt/i, shirt],
  [/card/i, card],
  [/box|gift/i, box],
  [/cushion|وسادة/i, cushion],
  [/candle|light/i, candle],
  [/print|poster/i, poster],
  [/map/i, map],
  [/lantern/i, lantern],
  [/stove|camp/i, stove],
  [/plate/i, plate],
  [/apron/i, apron],
  [/bag|backpack/i, bag],
  [/torch/i, torch],
  [/kettle|kitchen/i, kettle],
  [/sticker/i, sticker],
  [/table/i, table],
];

/** Draws what a title names, as SVG elements on a field of 600 by 600. */
export function drawingOf(title: string, shades: Shades): string {
  return (KINDS.find(([words]) => words.test(title))?.[1] ?? parcel)(shades);
}
