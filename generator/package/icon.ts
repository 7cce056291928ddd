import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';

/** The icon of a bot that brings none. */
export const defaultIcon: Buffer = readFileSync(createRequire(__filename).resolve('#templates/icon.png'));
