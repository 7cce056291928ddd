import { documentsOf } from './documents-of';
import { oneAction } from '../compile/small';

export type Lines = Readonly<Record<string, string>>;

/** A document of a bot with one action. */
export const page = (name: string, lines: Lines = {}, bot: Lines = {}, files: Lines = {}): string => {
  const [made] = oneAction(lines, bot);
  const bytes = (file: string) => (files[file] === undefined ? undefined : Buffer.from(files[file]));
  const found = documentsOf(made, { bytes }).find(({ path }) => path === `small/${name}.md`);
  return found?.bytes.toString('utf8') ?? '';
};

export const WRITES = { request: '{ rest: { method: POST, path: /x } }', confirm: '{ ask: Sure? }' };

export const STEPS = '{ person: { request: { rest: { path: /p } }, response: { fields: { id: id } }, none: None. } }';

export const SHOPPER = { more: 'audience: shopper' };
