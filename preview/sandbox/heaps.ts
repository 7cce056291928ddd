import { readFileSync } from 'node:fs';
import type { QuickJSContext } from 'quickjs-emscripten';
import { imageOf } from './memory-image';
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

/**
 * Puts the heap back to how it was when this was called, with the parts of `koreUtil` that a text mentions. Loading them costs
 * tens of milliseconds, so a heap with the same parts is made once and kept.
 */
export function heaps(vm: QuickJSContext, memory: WebAssembly.Memory): (text: string) => void {
  const bare = imageOf(memory);
  const kept = new Map<string, () => void>();
  const withParts = (wanted: readonly string[]) => {
    bare();
    for (const code of ['globalThis.koreUtil = {}', ...wanted]) vm.unwrapResult(vm.evalCode(code, 'library'));
    return imageOf(memory);
  };
  return (text) => {
    if (!text.includes('koreUtil')) return bare();
    const parts = PARTS.filter(([mentioned]) => mentioned.test(text));
    const key = parts.map(([mentioned]) => mentioned.source).join('\n');
    const heap = kept.get(key) ?? withParts(parts.flatMap(([, load]) => load()));
    kept.set(key, heap);
    heap();
  };
}
