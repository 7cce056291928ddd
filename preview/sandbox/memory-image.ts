/** A page of WebAssembly. */
const PAGE = 65_536;

/** The engine's memory as it was at a moment. */
export interface MemoryImage {
  /** Puts the memory back, all but what the engine has not handed out at that moment. */
  readonly restore: () => void;
  /** Puts it back and empties the rest, so that an image of what follows holds nothing else. */
  readonly restoreClean: () => void;
}

/**
 * Remembers the engine's memory. Pages without content are left out: the engine's stack and memory that is not yet handed
 * out, where nothing is read before it is written.
 */
export function imageOf(memory: WebAssembly.Memory): MemoryImage {
  const empty = Buffer.alloc(PAGE);
  const pages = Array.from({ length: memory.buffer.byteLength / PAGE }, (_, i) => i * PAGE)
    .map((at) => ({ at, content: Buffer.from(memory.buffer, at, PAGE) }))
    .filter(({ content }) => !content.equals(empty))
    .map(({ at, content }) => ({ at, content: new Uint8Array(content) }));
  const restore = () => {
    const bytes = new Uint8Array(memory.buffer);
    pages.forEach(({ at, content }) => bytes.set(content, at));
  };
  return {
    restore,
    restoreClean: () => {
      new Uint8Array(memory.buffer).fill(0);
      restore();
    },
  };
}
