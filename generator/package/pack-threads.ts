import { createRequire } from 'node:module';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { PackAnswer, PackTask } from './pack-task';
import type { BulkyFile, Packer } from './packer';
import { openSpool } from './spool';
import { WrittenSecret } from './written-secrets';

/** More than these have nothing to do: making what they pack takes as long. */
const MOST_THREADS = 2;

/** Bytes: a build of less has done its work before another thread has started. */
const FOR_ANOTHER = 8_000_000;

interface Asked {
  readonly resolve: (answer: PackAnswer) => void;
  readonly reject: (error: Error) => void;
}

interface Thread {
  readonly worker: Worker;
  /** Who waits for an answer, in order. */
  readonly waiting: Asked[];
}

/**
 * Packs and looks for credentials in threads of their own, while the next files are made, and keeps on the disk what has to wait.
 * The bytes are the same as those of `inProcess`.
 */
export function packingThreads(): Packer & { readonly close: () => Promise<void> } {
  const most = Math.min(MOST_THREADS, availableParallelism());
  const threads = [startThread()];
  const spool = openSpool();
  let guards = 0;
  let asked = 0;
  const idlest = (): Thread | undefined => {
    if (asked > FOR_ANOTHER && threads.length < most) threads.push(startThread());
    return [...threads].sort((a, b) => a.waiting.length - b.waiting.length)[0];
  };
  const ask = async (task: PackTask): Promise<PackAnswer> => {
    const files = filesOf(task);
    for (const { pieces } of files) for (const { length } of pieces) asked += length;
    const answer = await new Promise<PackAnswer>((resolve, reject) => {
      const thread = idlest();
      thread?.waiting.push({ resolve, reject });
      thread?.worker.ref();
      thread?.worker.postMessage(task, files.flatMap(memoryOf));
    });
    if ('secret' in answer) throw new WrittenSecret(answer.secret);
    if ('broken' in answer) throw new Error(answer.broken);
    return answer;
  };
  return {
    zip: async (path, files) => {
      const answer = await ask({ kind: 'zip', path, files });
      if (!('zip' in answer)) throw new Error('a thread has answered something else');
      return { path, pieces: [Buffer.from(answer.zip.buffer)] };
    },
    stretch: async (pieces) => {
      const answer = await ask({ kind: 'stretch', pieces });
      if (!('stretch' in answer)) throw new Error('a thread has answered something else');
      return answer.stretch;
    },
    guard: (harmless) => {
      const guard = (guards += 1);
      return async (file) => void (await ask({ kind: 'look', guard, harmless, file }));
    },
    keep: spool.keep,
    close: async () => {
      await Promise.all(threads.map(({ worker }) => worker.terminate()));
      spool.close();
    },
  };
}

/** What a task holds, except what is deflated already. */
function filesOf(task: PackTask): readonly Pick<BulkyFile, 'pieces' | 'spent'>[] {
  if (task.kind === 'stretch') return [task];
  if (task.kind === 'look') return [task.file];
  return task.files.flatMap((file) => ('stretches' in file ? [] : [file]));
}

/** The memory of a spent file's pieces, which need not be copied. */
const memoryOf = ({ pieces, spent }: Pick<BulkyFile, 'pieces' | 'spent'>): readonly ArrayBuffer[] =>
  spent === true
    ? pieces.flatMap((piece) =>
        Buffer.isBuffer(piece) && piece.buffer.byteLength === piece.length ? [piece.buffer as ArrayBuffer] : [],
      )
    : [];

function startThread(): Thread {
  const worker = new Worker(createRequire(__filename).resolve('#lib/generator/package/pack-thread.js'), {
    resourceLimits: { maxYoungGenerationSizeMb: 8 },
  });
  const waiting: Asked[] = [];
  worker.unref();
  worker.on('message', (answer: PackAnswer) => {
    waiting.shift()?.resolve(answer);
    if (waiting.length === 0) worker.unref();
  });
  const fail = (error: Error) => {
    for (const asked of waiting.splice(0)) asked.reject(error);
  };
  worker.on('error', fail);
  worker.on('exit', () => fail(new Error('a thread of the build has ended')));
  return { worker, waiting };
}
