import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { openBot } from '../../../preview/open-bot';
import { createRooms } from '../../../preview/web/rooms';
import { buildBot } from '../build-bot';

const loaded = { id: 'bot', version: 1, bot: openBot(buildBot({ dialogs: [] })) };
const open = () =>
  createRooms(() => loaded, { storeUrl: 'http://127.0.0.1:1', env: {}, secrets: [], tokenWithoutScopes: '' });

const enter = (rooms: ReturnType<typeof open>, count: number) =>
  Array.from({ length: count }, () => rooms.of(randomUUID()));

describe('the rooms of all tabs', () => {
  it('lets fifty people talk at once', () => {
    const rooms = open();
    const people = enter(rooms, 50);
    people.forEach((room) => expect(rooms.of(room?.id ?? '')).toBe(room));
  });

  it('closes rooms of closed tabs before one that is still open', () => {
    const rooms = open();
    const [watched, left] = enter(rooms, 2);
    watched?.watch(() => undefined);
    enter(rooms, 200);
    expect(rooms.of(watched?.id ?? '')).toBe(watched);
    expect(rooms.known(left?.id ?? '')).toBeUndefined();
  });

  it('holds no more than so many, be they all open', () => {
    const rooms = open();
    enter(rooms, 300).forEach((room) => room?.watch(() => undefined));
    expect(rooms.all().length).toBe(64);
  });
});
