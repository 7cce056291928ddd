import { parentPort } from 'node:worker_threads';
import type { PackAnswer, PackTask } from './pack-task';
import { inProcess, type BulkyFile, type Guard } from './packer';
import type { Spooled } from './spool';
import { WrittenSecret } from './written-secrets';

/** The thread's side: one task after the other, an answer to each. */
const guards = new Map<number, Guard>();

async function answer(task: PackTask): Promise<PackAnswer> {
  try {
    if (task.kind === 'look') {
      const guard = guards.get(task.guard) ?? inProcess.guard(task.harmless);
      guards.set(task.guard, guard);
      await guard(arrived(task.file));
      return { fine: true };
    }
    if (task.kind === 'stretch') {
      const stretch = await inProcess.stretch(task.pieces.map(asBuffer));
      return { stretch: { ...stretch, packed: ownMemory([stretch.packed]) } };
    }
    const { pieces } = await inProcess.zip(
      task.path,
      task.files.map((file) => ('stretches' in file ? file : arrived(file))),
    );
    return { zip: ownMemory(pieces) };
  } catch (error) {
    return error instanceof WrittenSecret ? { secret: error.message } : { broken: String((error as Error).stack) };
  }
}

/** Bytes that can be handed over whole: a small `Buffer` lies in memory of others, too. */
function ownMemory(pieces: readonly Uint8Array[]): Uint8Array {
  const [first] = pieces;
  if (first && pieces.length === 1 && first.buffer.byteLength === first.length) return first;
  return Uint8Array.from(Buffer.concat(pieces));
}

/** Between threads a `Buffer` becomes plain bytes. */
const asBuffer = (piece: Spooled): Spooled =>
  piece instanceof Uint8Array ? Buffer.from(piece.buffer, piece.byteOffset, piece.byteLength) : piece;

const arrived = ({ path, pieces }: BulkyFile): BulkyFile => ({ path, pieces: pieces.map(asBuffer) });

/** What an answer consists of is handed over. */
function memoryOf(answer: PackAnswer): readonly ArrayBuffer[] {
  const bytes = 'zip' in answer ? answer.zip : 'stretch' in answer ? answer.stretch.packed : undefined;
  return bytes ? [bytes.buffer as ArrayBuffer] : [];
}

let last = Promise.resolve();
parentPort?.on('message', (task: PackTask) => {
  last = last.then(async () => {
    const said = await answer(task);
    parentPort?.postMessage(said, memoryOf(said));
  });
});
