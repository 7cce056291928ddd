import { readFileSync } from 'node:fs';
import { compileFunction } from 'node:vm';
import type { QuickJSContext, QuickJSHandle } from 'quickjs-emscripten';
import { imageOf, type MemoryImage } from './memory-image';
import { asGlobal } from './prelude';

/** Time zones with their rules of ten years. */
const ZONES = 'moment-timezone/builds/moment-timezone-with-data-10-year-range.min.js';

const source = (file: string): string => readFileSync(require.resolve(file), 'utf8');

/** The parts of `koreUtil`, and what a text that needs one mentions. The last needs the one before it. */
const PARTS: readonly (readonly [mentioned: RegExp, load: () => readonly string[]])[] = [
  [/\b_\b/, () => [asGlobal(source('lodash'), 'koreUtil._ = module.exports._ || module.exports;')]],
  [/moment|\btz\b/, () => [asGlobal(source('moment/min/moment.min.js'), 'koreUtil.moment = module.exports;')]],
  [
    /\btz\b|momenttz/,
    () => [
      'globalThis.require = function () { return koreUtil.moment; }',
      asGlobal(source(ZONES), 'koreUtil.momenttz = koreUtil.moment;'),
      'delete globalThis.require',
    ],
  ],
];

/** Scripts of a heap that are kept compiled, in characters: about 60 actions. */
const MOST_COMPILED = 2_000_000;

/** A heap as it was before any request, the scripts that are compiled in it, and those that came since. */
interface Heap {
  image: MemoryImage;
  readonly bare: MemoryImage;
  /** Without a handle: what cannot be compiled by itself. */
  compiled: ReadonlyMap<string, QuickJSHandle | undefined>;
  seen: Set<string>;
  /** How often a script of `seen` came. */
  missed: number;
}

/** Puts a heap back and finds the function of a script in it; undefined for one that is not compiled. */
export type Restore = (text: string, scripts: readonly string[]) => (script: string) => QuickJSHandle | undefined;

/**
 * Puts the heap back to how it was when this was called, with the parts of `koreUtil` that a text mentions and the scripts
 * compiled. Both cost far more than putting a heap back, so heaps with the same parts are made once, and scripts are
 * compiled once in each: several at a time, for remembering a heap costs as much as compiling a few. One that comes again
 * and again counts as several.
 */
export function heaps(vm: QuickJSContext, memory: WebAssembly.Memory, file: string): Restore {
  const heapOf = (bare: MemoryImage): Heap => ({
    image: bare,
    bare,
    compiled: new Map(),
    seen: new Set(),
    missed: 0,
  });
  const plain = heapOf(imageOf(memory));
  const kept = new Map<string, Heap>();
  const withParts = (wanted: readonly string[]): Heap => {
    plain.bare.restoreClean();
    for (const code of ['globalThis.koreUtil = {}', ...wanted]) vm.unwrapResult(vm.evalCode(code, 'library'));
    return heapOf(imageOf(memory));
  };
  const heapFor = (text: string): Heap => {
    if (!text.includes('koreUtil')) return plain;
    const parts = PARTS.filter(([mentioned]) => mentioned.test(text));
    const key = parts.map(([mentioned]) => mentioned.source).join('\n');
    const heap = kept.get(key) ?? withParts(parts.flatMap(([, load]) => load()));
    kept.set(key, heap);
    return heap;
  };
  return (text, scripts) => {
    const heap = heapFor(text);
    const strange = scripts.filter((code) => !heap.compiled.has(code));
    strange.forEach((code) => heap.seen.add(code));
    heap.missed += strange.length;
    if (heap.missed > Math.max(3, heap.compiled.size / 4)) compileIn(heap, vm, memory, file);
    heap.image.restore();
    return (script) => heap.compiled.get(script);
  };
}

/** Compiles what was seen, and remembers the heap with it. What grows too large begins anew. */
function compileIn(heap: Heap, vm: QuickJSContext, memory: WebAssembly.Memory, file: string): void {
  const codes = [...heap.seen];
  heap.seen = new Set();
  heap.missed = 0;
  const known = [...heap.compiled.keys(), ...codes];
  const isTooLarge = known.reduce((sum, code) => sum + code.length, 0) > MOST_COMPILED;
  (isTooLarge ? heap.bare : heap.image).restoreClean();
  const compiled = (code: string): QuickJSHandle | undefined => {
    if (!isOneBody(code)) return undefined;
    const made = vm.evalCode(`(function(){\n${code}\n})`, file);
    return made.error === undefined ? made.value : undefined;
  };
  heap.compiled = new Map([
    ...(isTooLarge ? [] : heap.compiled),
    ...codes.map((code) => [code, compiled(code)] as const),
  ]);
  heap.image = imageOf(memory);
}

/** A text that closes the function it is put into would run while it is compiled, and stay in the heap. */
function isOneBody(code: string): boolean {
  try {
    compileFunction(code);
    return true;
  } catch {
    return false;
  }
}
