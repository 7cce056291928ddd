import type { Report } from '../diagnostics/diagnostic';
import type { Engine } from '../engine/engine';
import type { ReportCall } from './said';
import { noting } from './said';

/** How the results of a stage are kept. */
export interface Keeping<I extends readonly unknown[], T> {
  /** The key of what the stage makes of these inputs: everything that it depends on. */
  readonly keyOf: (...inputs: I) => string;
  /** What was kept under a key, told again; undefined where there is nothing. */
  readonly recall: (key: string, report: Report, ...inputs: I) => { readonly result: T } | undefined;
  /** Keeps a result with what was said. */
  readonly keep: (key: string, result: T, said: readonly ReportCall[], ...inputs: I) => void;
}

/** The ways of keeping, by the names of their stages. */
export type Keepings = Readonly<Record<string, Keeping<readonly never[], unknown>>>;

/** An engine that looks up what these stages made before it runs them. */
export const caching = (engine: Engine, keepings: Keepings): Engine => ({
  ...engine,
  reporting: (name, make) => {
    const run = engine.reporting(name, make);
    const keeping = keepings[name] as Keeping<readonly unknown[], ReturnType<typeof make>> | undefined;
    if (!keeping) return run;
    return (report, stageKey, ...inputs) => {
      const key = keeping.keyOf(...inputs);
      const known = keeping.recall(key, report, ...inputs);
      if (known) return known.result;
      const said: ReportCall[] = [];
      const result = run(noting(said, report), stageKey, ...inputs);
      keeping.keep(key, result, said, ...inputs);
      return result;
    };
  },
});
