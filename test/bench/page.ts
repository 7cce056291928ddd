import { measurePage } from './page-ready';
import type { Row } from './row';

/** What a person waits for at the preview, in Chromium. */
export async function page(): Promise<Row[]> {
  const { greeting, reply, known, rebuild } = await measurePage();
  const ms = (value: number) => `${value.toFixed(0)} ms`;
  return [
    { what: 'Page: opened to the greeting', measured: ms(greeting), goal: '< 2,500 ms' },
    { what: 'Page: Enter to the rendered answer', measured: ms(reply), goal: '< 400 ms' },
    {
      what: 'Page: save to the new bot at hand',
      measured: `${ms(known)}, of which the build ${ms(rebuild)}`,
      goal: '< 500 ms, < 150 ms',
    },
  ];
}
