import type { Draft, DraftInput, LeafField, RestDraft } from '../../generator/scaffold/draft';

export const REST: RestDraft = {
  kind: 'rest',
  method: 'GET',
  path: '/orders',
  query: {},
  headers: {},
  writes: false,
  others: [],
  assumed: false,
};

/** A draft that has no more than it must. */
export const draftOf = (more: Partial<Draft> = {}): Draft => ({
  id: 'get-order',
  title: 'Get order',
  description: 'Shows the order.',
  inputs: [],
  request: REST,
  at: 'order',
  confirm: {},
  fields: [],
  ...more,
});

/** What asks a GraphQL API. */
export const asked = (query: string, more: object = {}): Draft['request'] => ({
  kind: 'graphql',
  query,
  variables: [],
  ...more,
});

export const inputOf = (name: string, more: Partial<DraftInput> = {}): DraftInput => ({
  name,
  type: 'text',
  label: name,
  question: `What is the ${name}?`,
  ...more,
});

export const leafOf = (name: string, kind: LeafField['kind'] = 'text'): LeafField => ({ name, value: name, kind });
