import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import axe from 'axe-core';
import type { AxeResults } from 'axe-core';
import type { Browser, Frame } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../../preview/web/start-web';
import type { RunningWeb } from '../../preview/web/start-web';
import { rootWith } from '../build/specs';
import { launch } from './chromium';
import { openStage } from './stage';
import type { Stage } from './stage';

let web: RunningWeb;
let browser: Browser;
let root: string;

beforeAll(async () => {
  root = rootWith('shopify');
  [browser, web] = await Promise.all([launch(), startWeb({ root, port: 0 })]);
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

/** Of a single sign such as − no contrast is measured; it has the colours of the words beside it. */
const SIGN = 'Element content contains only non-text characters';

/** What the rules say is wrong in a frame, and which contrast they could not measure. */
async function look(frame: Frame, rules: readonly string[]): Promise<Findings> {
  const asked = JSON.stringify({ iframes: false, runOnly: rules });
  const { violations, incomplete } = await frame.evaluate<AxeResults>(`${axe.source}; axe.run(document, ${asked})`);
  return { wrong: said(violations), unsure: said(incomplete.filter(({ id }) => id === 'color-contrast')) };
}

interface Findings {
  readonly wrong: readonly string[];
  readonly unsure: readonly string[];
}

const said = (results: AxeResults['violations']): readonly string[] =>
  results.flatMap(({ id, nodes }) =>
    nodes.flatMap(({ target, any, all, none }) => {
      const why = [...any, ...all, ...none][0]?.message ?? '';
      return why === SIGN ? [] : [`${id}: ${target.join(' ')}: ${why}`];
    }),
  );

/** The rules of WCAG 2 A and AA for our page. The chat window in its frame is Kore.ai's own: only its colours are ours. */
async function found({ page }: Stage): Promise<readonly string[]> {
  const { wrong, unsure } = await look(page.mainFrame(), ['wcag2a', 'wcag2aa']);
  return [...wrong, ...unsure];
}

/** Opens everything that can be opened, and what appears in it, ten times over. */
const openAll = ({ page }: Stage) =>
  page.evaluate(`(async () => {
    for (let left = 10; left > 0; left -= 1) {
      document.querySelectorAll('#facts details:not([open])').forEach((closed) => (closed.open = true));
      await new Promise((resolve) => setTimeout(resolve));
    }
  })()`);

const PANES = ['chat', 'flow', 'inspector'] as const;

/** Looks at all that is to be seen; on a phone, pane by pane. */
async function everywhere(stage: Stage, width: number): Promise<readonly string[]> {
  if (width > 800) return found(stage);
  const all: string[] = [];
  for (const pane of PANES) {
    await stage.page.locator(`#tab-${pane}`).click();
    all.push(...(await found(stage)));
  }
  return all;
}

const LOOKS = (['light', 'dark'] as const).flatMap((colorScheme) =>
  [1280, 390].map((width) => ({ colorScheme, width })),
);

describe.each(LOOKS)('$colorScheme, $width pixels wide', ({ colorScheme, width }) => {
  it('everybody can read and reach everything', async () => {
    const stage = await openStage(browser, web.url, { colorScheme, width });
    const { page } = stage;
    await stage.say('where is order #1001');
    await stage.sees('Total: $189.45');
    if (width < 800) await page.locator('#tab-flow').click();
    await page.locator('#node').selectOption({ index: 3 });
    await page.locator('#content h3').waitFor();
    if (width < 800) await page.locator('#tab-inspector').click();
    await openAll(stage);
    expect(await page.locator('#facts details[open]').count()).toBeGreaterThan(20);
    expect(await everywhere(stage, width)).toEqual([]);
    await stage.close();
  });

  if (width === (colorScheme === 'light' ? 1280 : 390))
    it('also what goes wrong', async () => {
      const spec = join(root, 'specs', 'shopify', 'get-order-details.yaml');
      const text = readFileSync(spec, 'utf8');
      const stage = await openStage(browser, web.url, { colorScheme, width });
      const { page } = stage;
      await page.locator('#build[data-state="ok"]').waitFor();
      writeFileSync(spec, text.replace('look: details', 'look: detials'));
      await page.locator('.problem.error').first().waitFor();
      expect(await page.locator('#problems').evaluate((panel) => panel.scrollWidth - panel.clientWidth)).toBe(0);
      if (width < 800) await page.locator('#tab-inspector').click();
      await page.locator('#fault').selectOption('scope');
      if (width < 800) await page.locator('#tab-chat').click();
      await stage.say('where is order #1001');
      await page.locator('#copy').click();
      await page.locator('#toast').getByText('clipboard').waitFor();
      const all = await everywhere(stage, width);
      writeFileSync(spec, text);
      await page.locator('#build[data-state="ok"]').waitFor();
      expect(all).toEqual([]);
      await stage.close();
    });
});

describe('in the chat window', () => {
  it.each(['light', 'dark'] as const)('words can be read: %s', async (colorScheme) => {
    const stage = await openStage(browser, web.url, { colorScheme });
    const frame = stage.page.frames().find((other) => other !== stage.page.mainFrame());
    for (const words of ['where is order #1001', 'show all collections', 'find products by name', 'mug']) {
      await stage.say(words);
      expect(frame && (await look(frame, ['color-contrast'])).wrong).toEqual([]);
    }
    await stage.close();
  });
});
