import type { FileReader } from './reads';

/** A part of `lib/` that is made as a whole. */
export interface LibStep {
  readonly name: string;
  /** Reads the project's files through `reads` alone, which remembers them. */
  readonly make: (project: string, reads: FileReader) => Promise<Outputs>;
}

/** File contents by their path below the project, with forward slashes. */
export type Outputs = ReadonlyMap<string, string | Uint8Array>;
