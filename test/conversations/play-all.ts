import { readdirSync, readFileSync } from 'node:fs';
import { join, sep } from 'node:path';
import { drawnEverywhere } from '../../testing/transcript/checks/windows';
import { withinLimits } from '../../testing/transcript/checks/limits';
import { noBugs } from '../../testing/transcript/checks/notes';
import { safeRequests } from '../../testing/transcript/checks/requests';
import { soundTexts } from '../../testing/transcript/checks/texts';
import { parseTranscripts } from '../../generator/transcript/parse';
import type { Check, RunOptions } from '../../testing/transcript/run';
import type { Transcript } from '../../generator/transcript/transcript';
import { sandbox } from '../sandbox';
import { ownDataOnly } from './own-data-only';
import { botBuilder } from './variants';
import type { EditSpec } from './variants';

/** The project's folder: specs and transcripts are below it. */
export const ROOT = join(__dirname, '..', '..');

/** Where they are, below the project. */
export const FOLDER = 'specs';

/** What must hold in every turn of every conversation. */
export const CHECKS: readonly Check[] = [soundTexts, withinLimits, drawnEverywhere, noBugs, safeRequests, ownDataOnly];

/** All transcripts of the project, those in folders of integrations too, in the order of their files. */
export const transcripts = (root = ROOT): readonly Transcript[] =>
  readdirSync(join(root, FOLDER), { encoding: 'utf8', recursive: true })
    .map((name) => name.replaceAll(sep, '/'))
    .filter((name) => name.endsWith('.chat'))
    .sort()
    .flatMap((name) => parseTranscripts(`${FOLDER}/${name}`, readFileSync(join(root, FOLDER, name), 'utf8')));

/** How they are played: bots are built from the specs, which `edit` may change first. */
export const runOptions = (edit?: EditSpec, root = ROOT): RunOptions => ({
  openBot: botBuilder(root, edit),
  readFile: (path) => readFileSync(join(root, path), 'utf8'),
  checks: CHECKS,
  sandbox,
});
