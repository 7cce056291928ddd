import { describe, expect, test } from 'vitest';
import type { Operation } from '../../apis/openapi/operations';
import { idOf, titleIn } from '../../generator/scaffold/openapi/naming';
import { plainSentence } from '../../generator/scaffold/openapi/plain-text';
import { descriptionOf, nameOf, withArticle } from '../../generator/scaffold/words';

const operation = (id: string, method = 'get', path = '/tickets', summary = '') =>
  ({ id, method, path, summary }) as unknown as Operation;

describe('an operation is called', () => {
  test.each([
    ['getTicket', 'get', '/x', 'get-ticket'],
    ['ticketGet', 'get', '/x', 'get-ticket'],
    ['tickets_list', 'get', '/x', 'list-tickets'],
    ['ticketGetAll', 'get', '/x', 'ticket-get-all'],
    ['ticket', 'get', '/x', 'get-ticket'],
    ['ticket', 'post', '/x', 'create-ticket'],
    ['ticket', 'head', '/x', 'get-ticket'],
    ['TicketController_getV2', 'get', '/x', 'get-ticket'],
    ['HTTPServerGet', 'get', '/x', 'get-http-server'],
    ['issues/create-comment', 'post', '/x', 'create-issue-comment'],
    ['issues/create', 'post', '/x', 'create-issue'],
    ['issues/list-issues', 'get', '/x', 'list-issues'],
    ['issues/comment', 'post', '/x', 'create-comment'],
    ['/comment', 'post', '/x', 'create-comment'],
    ['repositories/create-deployment-branch', 'post', '/x', 'create-deployment-branch'],
    ['get /v1/api/tickets/{id}', 'get', '/v1/api/tickets/{id}', 'get-ticket-by-id'],
    ['get /tickets.json', 'get', '/tickets.json', 'get-tickets'],
    ['get /tickets/{id}.json', 'get', '/tickets/{id}.json', 'get-ticket-by-id'],
    ['get /', 'get', '/', 'get-item'],
    ['getAllOfTheTicketsOfACustomer', 'get', '/x', 'get-of-the-tickets-of-a-customer'],
    ['getTicketsWithComments', 'get', '/x', 'get-tickets-with-comments'],
    ['getTicketsCommentsAttachments', 'get', '/x', 'get-tickets-comments'],
    ['get' + 'x'.repeat(30), 'get', '/x', `get-get${'x'.repeat(21)}`],
    ['2faGet', 'get', '/x', 'get-2fa'],
  ])('%s %s', (id, method, path, wanted) => {
    expect(idOf(operation(id, method, path))).toBe(wanted);
  });

  test.each([
    ['List the tickets.', 'List the tickets'],
    ['abc d', 'abc d'],
    ['ab d', undefined],
    ['Tickets', undefined],
    ['', undefined],
  ])('by its summary %j', (summary, wanted) => {
    expect(titleIn(operation('x', 'get', '/x', summary))).toBe(wanted);
  });
});

test.each([
  ['One sentence. Another.', 160, 'One sentence.'],
  ['see e.g. this', 160, 'see e.g. this'],
  ['- A <b>bold</b> [link](https://x.example) and `code` (in short) &amp; more', 160, 'A bold link and code more'],
  ['```js\ncode\n``` After', 160, 'After'],
  ['x'.repeat(30), 30, 'x'.repeat(30)],
  ['x'.repeat(31), 30, 'x'.repeat(30)],
  [`${'x'.repeat(21)} ${'y'.repeat(10)}`, 30, 'x'.repeat(21)],
  [`${'x'.repeat(20)} ${'y'.repeat(10)}`, 30, `${'x'.repeat(20)} ${'y'.repeat(9)}`],
  [`${'x'.repeat(30)} y`, 30, 'x'.repeat(30)],
  [`${'x'.repeat(25)}, yyyyyyy`, 30, 'x'.repeat(25)],
])('%j is in plain words', (written, most, wanted) => {
  expect(plainSentence(written, most)).toBe(wanted);
});

describe('words', () => {
  test.each([
    ['get-ticket', 'GET', [], 'Shows the ticket.'],
    ['create-ticket', 'POST', ['a'], 'Creates a ticket.'],
    ['update-order', 'PUT', ['a'], 'Changes an order by a.'],
    ['delete-orders', 'DELETE', ['a', 'b', 'c', 'd'], 'Deletes the orders by a and b and c.'],
    ['close-ticket', 'POST', [], 'Closes a ticket.'],
  ])('describe %s', (id, method, labels, wanted) => {
    expect(descriptionOf(id, method, labels)).toBe(wanted);
  });

  test.each([
    ['Ticket id', 'ticketId'],
    ['2nd', 'value2nd'],
    ['', 'value'],
    ['a_b-c', 'aBC'],
  ])('%j is a name', (text, wanted) => {
    expect(nameOf(text)).toBe(wanted);
  });

  test('have an article', () => {
    expect(['order', 'Item', 'user', 'ticket'].map(withArticle)).toEqual(['an order', 'an Item', 'a user', 'a ticket']);
  });
});
