import { existsSync } from 'node:fs';
import { chromium } from 'playwright-core';
import type { Browser } from 'playwright-core';

const PATH = process.env['CHROMIUM'] ?? '/usr/bin/chromium';

const FLAGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];

/** Starts Chromium. A machine without one fails these tests: what is not looked at is not known to work. */
export async function launch(): Promise<Browser> {
  if (!existsSync(PATH))
    throw new Error(`There is no Chromium at ${PATH}. Install it (Debian: apt-get install chromium) or set CHROMIUM.`);
  return chromium.launch({ executablePath: PATH, args: FLAGS });
}
