import type { Diff } from '../../kore/diff/diff';
import type { Target } from '../../kore/format';
import type { ReportRequest } from '../reports/wanted';
import type { DiffSide } from './diff-sides';

/** What `npm run diff` was asked for. */
export interface DiffOptions extends ReportRequest {
  /** The older side: a git revision, or an export (zip, folder or JSON file); what was last deployed, else the last commit. */
  readonly before?: string;
  /** The newer side, in the same words; the specs when nothing is said. */
  readonly after?: string;
  /** All integrations when nothing is said. */
  readonly integration?: string;
  readonly target?: Target;
  readonly json?: boolean;
  readonly markdown?: boolean;
  /** Exit code 1 when there is a difference. */
  readonly exitCode?: boolean;
}

/** Two sides that were compared. */
export interface ComparedSides {
  /** Undefined for two exports. */
  readonly integration: string | undefined;
  readonly before: DiffSide;
  readonly after: DiffSide;
  readonly diff: Diff;
}
