import { launch } from '../../browser/chromium';
import { compiledLooks, PLACES } from '../../window/looks';
import { admitted, measure, misbehaviour } from '../../window/oracle';
import { LISTED, REFUSED_ADDRESSES } from '../../window/texts';
import { openWindow, WINDOWS, type WindowName } from '../../window/window';
import { held, type Attack, type Surface } from '../attack';

/** Texts and addresses of a store, in every look, in Kore.ai's own windows, on a page without a content policy. */
export const windows: Surface = {
  name: 'texts of the store, in the windows',
  open: async () => {
    const [browser, looks] = await Promise.all([launch(), compiledLooks()]);
    const attacks: Attack[] = [];
    for (const name of Object.keys(WINDOWS) as WindowName[]) {
      const window = await openWindow(browser, name);
      const measured = await measure(window, looks);
      for (const text of LISTED) {
        attacks.push({
          what: `${name}: ${JSON.stringify(text).slice(0, 120)}`,
          play: async () => {
            const problems = await misbehaviour(
              window,
              measured,
              Array.from({ length: PLACES }, () => text),
            );
            held(problems.length === 0, () => problems.join('; '));
          },
        });
      }
      for (const address of REFUSED_ADDRESSES) {
        attacks.push({
          what: `${name}: the address ${JSON.stringify(address)}`,
          play: async () => {
            const problems = await admitted(window, looks, [address]);
            held(problems.length === 0, () => problems.join('; '));
          },
        });
      }
    }
    return { attacks, close: () => browser.close() };
  },
};
