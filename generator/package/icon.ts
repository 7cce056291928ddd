import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The icon of a bot that brings none. */
export const defaultIcon: Buffer = readFileSync(join(__dirname, '..', '..', 'templates', 'icon.png'));
