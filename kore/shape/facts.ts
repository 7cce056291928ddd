import type { Target } from '../format';
import xo10 from './facts/xo10.json';
import xo11 from './facts/xo11.json';
import type { KindFacts } from './measure';

/** Whether an export holds a whole bot, or one action without settings. */
export type Extent = 'whole' | 'partial';

/** What is known of the exports of a target. */
export interface ExportFacts {
  readonly about: string;
  /** On what it was measured, and what is inferred. */
  readonly measured: readonly string[];
  readonly whole: Readonly<Record<string, KindFacts>>;
  /** Kinds that have another shape in a partial export. */
  readonly partial: Readonly<Record<string, KindFacts>>;
}

/** The facts, by target. */
export const FACTS: Readonly<Record<Target, ExportFacts>> = {
  xo10,
  xo11,
};
