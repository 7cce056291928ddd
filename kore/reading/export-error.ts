import { printable } from '../printable';

/** At most this many bytes are inflated from a zip or read from a folder, all files together. */
export const MAX_EXPORT_BYTES = 64 * 1024 * 1024;
/** More entries than this are no export: real ones have a handful. */
export const MAX_ENTRIES = 1000;

export type ExportErrorCode =
  | 'not-found'
  | 'not-a-zip'
  | 'broken-zip'
  | 'encrypted'
  | 'unsafe-name'
  | 'too-many-entries'
  | 'too-large'
  | 'no-definition'
  | 'not-utf8'
  | 'bad-json'
  | 'no-dialogs';

/** Why an export could not be read. `code` is stable, the message is for people and names the file, without its control characters. */
export class ExportError extends Error {
  readonly code: ExportErrorCode;
  constructor(code: ExportErrorCode, message: string) {
    super(printable(message));
    this.name = 'ExportError';
    this.code = code;
  }
}

/** The same words for every file that is not an export at all. */
export const noExport = (code: ExportErrorCode, name: string): ExportError =>
  new ExportError(
    code,
    `${name} is no export of the platform. An export is a zip or a folder with botDefinition.json or appDefinition.json in it.`,
  );

/** A file that would take more room than any real export. */
export const tooLarge = (name: string): ExportError =>
  new ExportError(
    'too-large',
    `${name} is larger than ${MAX_EXPORT_BYTES / 1024 / 1024} MB, more than any real export`,
  );

/** The message of whatever was thrown. */
export const reasonOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));
