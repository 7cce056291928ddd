import { describe, expect, test } from 'vitest';
import { personalActionsHaveOwners } from '../../generator/check/audience';
import { collect } from '../../generator/diagnostics/diagnostic';
import { botWith, queryOf, SHOWN } from '../build/invoices';

/** What is said against it, for the sake of other people's records. */
function refusals(written: string, audience?: string): readonly string[] {
  const { report, diagnostics } = collect();
  personalActionsHaveOwners(botWith(written, audience).bot, report, { bytes: () => undefined, files: [] });
  return diagnostics.map(({ code }) => code);
}

describe('a bot for shoppers does not build', () => {
  test.each([
    ['gift cards', '[read_gift_cards]', 'giftCard(id: $any) { no }', 'personal-without-owner'],
    ['store credit', '[read_store_credit_accounts]', 'storeCreditAccount(id: $any) { no }', 'personal-without-owner'],
    [
      'subscriptions',
      '[read_own_subscription_contracts]',
      'subscriptionContract(id: $any) { no }',
      'personal-without-owner',
    ],
    ['people who work there', '[read_users]', 'staffMember(id: $any) { no }', 'open-to-anyone'],
    ['reports', '[read_reports]', 'shopifyqlQuery(query: $any) { no }', 'open-to-anyone'],
    ['codes of discounts', '[read_discounts, read_products]', 'discountNodes(query: $any) { no }', 'open-to-anyone'],
    ['what nobody knows the scopes of', '[]', 'thing(id: $any) { no }', 'open-to-anyone'],
    ['whatever has an ID', '[read_products]', 'node(id: $any) { no } product(id: $any) { no }', 'open-to-anyone'],
    [
      'several of what has an ID',
      '[read_products]',
      'nodes (ids: [$any]) { no } product(id: $any) { no }',
      'open-to-anyone',
    ],
    [
      'what happened to orders',
      '[read_products]',
      'events(query: $any) { no } product(id: $any) { no }',
      'open-to-anyone',
    ],
  ])('with %s for everybody', (_, scopes, fields, code) => {
    const request = queryOf(fields).replace("me: '${session.verifiedEmail}', ", '');
    expect(refusals(`scopes: ${scopes}\nrequest: ${request}\nresponse: ${SHOWN}`)).toEqual([code]);
  });

  test('but with products it does', () => {
    const request = queryOf('product(id: $any) { no } nodes').replace("me: '${session.verifiedEmail}', ", '');
    expect(refusals(`scopes: [read_products]\nrequest: ${request}\nresponse: ${SHOWN}`)).toEqual([]);
  });

  test.each([
    ['its own person beside it', 'mine: person(q: $me) { no } other: person(q: $any) { no }', 'data.other'],
    ['all of such an answer', 'mine: person(q: $me) { no } other: person(q: $any) { no }', '.'],
    ['its own person below it', 'other: person(q: $any) { friends(of: $me) { no } }', 'data.other'],
    ['its own person as a condition', 'other: person(q: $any) @include(if: $me) { no }', 'data.other'],
    ['one of two places', 'mine: person(q: $me) { no } other: person(q: $any) { no }', '[data.mine, data.other]'],
  ])('where the answer is somebody’s with %s', (_, fields, at) => {
    const written = (where: string) => `request: ${queryOf(fields)}\nresponse: { at: ${where}, fields: { no: no } }`;
    expect(refusals(written(at))).toEqual(['open-to-anyone']);
    if (fields.startsWith('mine')) expect(refusals(written('data.mine'))).toEqual([]);
  });

  test.each([
    ['a list of them all', "owner: 'orders[0].email', fields: { all: { each: orders, fields: { no: no } } }", 1],
    ['another of them', "owner: 'orders[0].email', fields: { no: 'orders[1].no' }", 1],
    ['values of them all', `owner: 'orders[0].email', fields: { no: 'orders | pluck("no")' }`, 1],
    ['the same one', "owner: 'orders[0].email', fields: { no: 'orders[0].no', shop: shop }", 0],
    [
      'one list inside it',
      "owner: 'orders[0].email', fields: { no: { each: 'orders[0].lines', fields: { no: no } } }",
      0,
    ],
    ['an address of several', "owner: 'emails[0].value', fields: { no: no }", 0],
  ])('where the owner of one thing of a list is followed by %s, unless that is the same', (_, response, count) => {
    const found = refusals(`request: { rest: { path: /orders } }\nresponse: { ${response} }`);
    expect(found).toEqual(Array.from({ length: count }, () => 'owner-of-one'));
  });

  test('where things are shown that are only like what belongs to the person', () => {
    const near = 'near: { at: others, input: x, words: [no] }';
    const written = `request: { rest: { path: /orders } }\nresponse: { owner: email, ${near}, fields: { no: no } }`;
    expect(refusals(written)).toEqual(['near-needs']);
    expect(refusals(written, 'staff')).toEqual([]);
  });
});
