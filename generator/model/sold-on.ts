import type { Action, Locale, Response } from './model';

/** What a product of a Shopify store has in the answer where the online store has a page for it. */
const PAGE = 'onlineStoreUrl';

/** Where products are sold without pages in the online store, none is hidden for having no page. */
export const soldAnywhere = (locale: Locale): Locale => ({ ...locale, actions: locale.actions.map(withoutPages) });

const withoutPages = (action: Action): Action => ({
  ...action,
  response: pageless(action.response),
  steps: action.steps.map((step) => ({ ...step, response: pageless(step.response) })),
});

const pageless = (response: Response): Response => ({
  ...response,
  only: others(response.only),
  fields: response.fields.map((field) => ('each' in field ? { ...field, only: others(field.only) } : field)),
});

const others = (only: Response['only']): Response['only'] =>
  Object.fromEntries(
    Object.entries(only).filter(([path, text]) => text !== 'present' || path.split('.').at(-1) !== PAGE),
  );
