import { expect, it } from 'vitest';
import { browserPath } from './chromium';

it('finds the browser that a machine has, or the one that is named', () => {
  expect(browserPath(undefined, (path) => path === '/usr/bin/google-chrome')).toBe('/usr/bin/google-chrome');
  expect(browserPath(undefined, () => true)).toBe('/usr/bin/chromium');
  expect(browserPath('/opt/chrome', () => true)).toBe('/opt/chrome');
  expect(browserPath('/opt/chrome', (path) => path === '/usr/bin/chromium')).toBeUndefined();
});
