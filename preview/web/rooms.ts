import { createRoom } from './room';
import type { LoadedBot, Room, Surroundings } from './room';

/** All open tabs. */
export interface Rooms {
  /** The room of an id, opened if need be; undefined when the id is none. */
  readonly of: (id: string) => Room | undefined;
  readonly known: (id: string) => Room | undefined;
  readonly all: () => readonly Room[];
}

/** More tabs than this at once: the one unused for longest is closed. */
const MAX_ROOMS = 16;

const ID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

export function createRooms(first: () => LoadedBot, around: Surroundings): Rooms {
  const rooms = new Map<string, Room>();
  const known = (id: string): Room | undefined => {
    const room = rooms.get(id);
    if (room !== undefined) {
      rooms.delete(id);
      rooms.set(id, room);
    }
    return room;
  };
  return {
    known,
    of: (id) => {
      if (!ID.test(id)) return undefined;
      const room = known(id) ?? createRoom(id, first(), around);
      rooms.set(id, room);
      const oldest = rooms.keys().next().value;
      if (rooms.size > MAX_ROOMS && oldest !== undefined) rooms.delete(oldest);
      return room;
    },
    all: () => [...rooms.values()],
  };
}
