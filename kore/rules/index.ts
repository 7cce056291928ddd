import { D21, D22, D23, D24 } from './bot-action';
import { D18, D19, D20 } from './calls';
import { G1, G2, G3, G4, G6 } from './events';
import { G7, G8 } from './export-parts';
import { K1 } from './generation';
import { A1, A2, A3, A4, A5, A6, A6b, A6c, A7, A8, A9 } from './identity';
import { B1, B2, B4, B5, B6, B7, B8 } from './languages';
import { C1, C2, C4, C5, C5b, C6, C7, C8, C9, C10 } from './namespaces';
import { F1, F5, F7, F8, F9, F10 } from './nlp';
import { D1, D2, D4, D8, D9, D25, D26 } from './nodes';
import type { Rule } from './rule';
import { E1, E2, E3, E3b, E4 } from './scenes';
import { X1, X2, X3, X4, X5, X6 } from './sequences';
import { D28, D29, D30 } from './services-and-forms';
import { D10, D11, D12, D13, D14, D16 } from './transitions';
import { X11, X7, X8 } from './xo11-shape';

/**
 * The rules in the order they report. 67 hold in all 146 real XO 10 exports, G7 and G8 in 435 partial ones, K1 wherever its
 * keys were counted; `targets` of a rule says where it applies.
 */
export const RULES: readonly Rule[] = [
  ...[A1, A2, A3, A4, A5, A6, A6b, A6c, A7, A8, A9],
  ...[B1, B2, B4, B5, B6, B7, B8],
  ...[C1, C2, C4, C5, C5b, C6, C7, C8, C9, C10],
  ...[D1, D2, D4, D8, D9, D10, D11, D12, D13, D14, D16],
  ...[D18, D19, D20, D21, D22, D23, D24, D25, D26, D28, D29, D30],
  ...[E1, E2, E3, E3b, E4],
  ...[F1, F5, F7, F8, F9, F10],
  ...[G1, G2, G3, G4, G6, G7, G8],
  ...[K1],
  ...[X1, X2, X3, X4, X5, X6, X7, X8, X11],
];

/**
 * The rules about what stands once in a bot, or about all its dialogs together. The others are about one dialog with its
 * components and utterances: they hold for a bot when they hold for each of its dialogs. Joint rules look at `Fact`s only.
 */
export const JOINT_RULES: readonly Rule[] = [
  ...[A1, A2, A3, A4, A5, A6, A6b, A6c, A7, A8, A9],
  ...[B1, B2],
  ...[C1, C2, C4, C5, C5b, C7, C8, C9, C10],
  ...[E2, E3, E3b, E4],
  ...[F1, F7, F8, F9, F10],
  ...[G1, G2, G3, G4, G6, G7, G8],
  ...[K1],
  ...[X11],
];
