/** A page of WebAssembly. */
const PAGE = 65_536;

/**
 * Remembers the engine's memory and returns what puts it back. Pages without content are left out: the engine's stack and
 * memory that is not yet handed out, where nothing is read before it is written.
 */
export function imageOf(memory: WebAssembly.Memory): () => void {
  const empty = Buffer.alloc(PAGE);
  const pages = Array.from({ length: memory.buffer.byteLength / PAGE }, (_, i) => i * PAGE)
    .map((at) => ({ at, content: Buffer.from(memory.buffer, at, PAGE) }))
    .filter(({ content }) => !content.equals(empty))
    .map(({ at, content }) => ({ at, content: new Uint8Array(content) }));
  return () => {
    const bytes = new Uint8Array(memory.buffer);
    pages.forEach(({ at, content }) => bytes.set(content, at));
  };
}
