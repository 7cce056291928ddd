import fc from 'fast-check';
import { isScalar, parseDocument, visit } from 'yaml';
import { hostileText } from '../hostile';
import type { TextChange } from './text';

const texts: fc.Arbitrary<(before: string) => string> = fc.oneof(
  { weight: 4, arbitrary: hostileText.map((text) => () => text) },
  {
    weight: 4,
    arbitrary: fc.tuple(hostileText, fc.nat(100)).map(
      ([text, at]) =>
        (before: string) =>
          before.slice(0, at) + text + before.slice(at),
    ),
  },
  { weight: 1, arbitrary: fc.constant((before: string) => before.toUpperCase()) },
  { weight: 1, arbitrary: fc.constantFrom(100, 10_000).map((n) => (before: string) => before.repeat(n)) },
  { weight: 1, arbitrary: fc.constant((before: string) => [...before].reverse().join('')) },
);

/** Changes one text of a file, which stays what YAML makes of it: the author wrote something odd. */
export const valueChange: fc.Arbitrary<TextChange> = fc.tuple(fc.nat(), texts).map(([at, change]) => (text) => {
  const document = parseDocument(text);
  const scalars: { value: unknown }[] = [];
  visit(document, {
    Scalar: (key, node) => {
      if (key !== 'key' && isScalar(node) && typeof node.value === 'string') scalars.push(node);
    },
  });
  const chosen = scalars[at % scalars.length];
  if (chosen) chosen.value = change(String(chosen.value));
  return document.toString({ lineWidth: 0 });
});
