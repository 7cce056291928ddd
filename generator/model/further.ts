import type { Action } from './model';

/**
 * Whether an action asks for further pages by itself, where nothing of one may be shown: its answer is a list that comes in
 * pages, and a page may turn out empty. A look-up has one page.
 */
export function goesFurther({ of, request, response, found }: Action): boolean {
  const list = response.fields.find((field) => field.name === found.each);
  if (of !== undefined || request.paging === undefined || !list || !('each' in list)) return false;
  return request.kind === 'rest' || Object.keys(list.only).length > 0;
}
