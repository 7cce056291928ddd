import fc from 'fast-check';
import { launch } from '../../browser/chromium';
import { compiledLooks, PLACES } from '../../window/looks';
import { measure, misbehaviour } from '../../window/oracle';
import { LISTED, strangersText } from '../../window/texts';
import { openWindow, WINDOWS, type WindowName } from '../../window/window';
import { tally, type Fuzzer } from '../fuzzer';
import { must } from '../judge';

/** Drawn together: eight of each message. */
const AT_ONCE = 8 * PLACES;
/** A window is opened anew after so many texts; it keeps what it once drew. */
const A_WINDOW = 50 * AT_ONCE;

/** The text of a stranger does nothing in Kore.ai's own chat windows, on a page without a content policy. */
export const windowTexts: Fuzzer = {
  name: 'window',
  walk: async ({ seed, runs, milliseconds }) => {
    const { count, counts } = tally();
    const end = performance.now() + milliseconds;
    const looks = await compiledLooks();
    const browser = await launch();
    let cases = 0;
    try {
      for (let at = 0; at < runs && performance.now() < end; at += A_WINDOW) {
        const some = fc.sample(strangersText, { seed: seed + at, numRuns: Math.min(A_WINDOW, runs - at) });
        const texts = at === 0 ? [...LISTED, ...some].slice(0, runs) : some;
        const drawn = [];
        for (const name of Object.keys(WINDOWS) as WindowName[]) {
          let here = 0;
          const window = await openWindow(browser, name);
          const measured = await measure(window, looks);
          for (let i = 0; i < texts.length && performance.now() < end; i += AT_ONCE) {
            const together = texts.slice(i, i + AT_ONCE);
            const problems = await misbehaviour(window, measured, together);
            must(problems.length === 0, () => `in “${name}” ${problems.length} times, at first ${problems[0]}`);
            together.forEach(() => count(`read in ${name}`));
            here += together.length;
          }
          await window.close();
          drawn.push(here);
        }
        // What was drawn in every window.
        cases += Math.min(...drawn);
      }
    } finally {
      await browser.close();
    }
    return { cases, counts };
  },
};
