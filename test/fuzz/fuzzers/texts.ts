import { parseDocument } from 'yaml';
import fc from 'fast-check';
import { TARGETS } from '../../../kore/format';
import type { Fuzzer } from '../fuzzer';
import { tally, walkThrough } from '../fuzzer';
import { hostileText } from '../hostile';
import { judge, must, readBack } from '../judge';
import { graphqlProject } from '../project';
import { decodedTexts } from '../decoded-texts';

/** Where a person reads what an author wrote, in files that are sound. */
const PLACES: readonly (readonly [file: string, path: readonly (string | number)[]])[] = [
  ['bot.yaml', ['replies', 'forbidden']],
  ['bot.yaml', ['replies', 'invalid']],
  ['bot.yaml', ['welcome', 'text']],
  ['bot.yaml', ['fallback', 'texts', 0]],
  ['bot.yaml', ['words', 'payment', 'PAID']],
  ['get-order.yaml', ['title']],
  ['get-order.yaml', ['inputs', 'order', 'prompt']],
  ['get-order.yaml', ['reply', 'empty']],
  ['get-order.yaml', ['reply', 'found', 'title']],
  ['get-order.yaml', ['reply', 'found', 'rows', 0, 'label']],
  ['find-products.yaml', ['reply', 'found', 'text']],
  ['locales/de.yaml', ['bot', 'welcome', 'text']],
];

/** No placeholder of ours may stand in it: then every character is the author's own. */
const plain = hostileText.filter((text) => !text.includes('${') && text.isWellFormed());

/**
 * What an author writes in a text comes back from both zips character for character. A build may refuse it, if it says why at
 * the file it stands in.
 */
export const authorTexts: Fuzzer = {
  name: 'texts',
  walk: async (how) => {
    const project = graphqlProject();
    const { count, counts } = tally();
    try {
      const done = await walkThrough(
        fc.record({ place: fc.constantFrom(...PLACES), text: plain }),
        async ({ place: [file, path], text }) => {
          const written = `Zq7 ${text} 7qZ`;
          const document = parseDocument(project.yaml.get(file) ?? '');
          document.setIn(path, written);
          const yaml = document.toString({ lineWidth: 0 });
          must(parseDocument(yaml).getIn(path) === written, () => 'the case itself is not what was meant');
          await project.changed(file, yaml, async () => {
            const { files, diagnostics, id } = await judge(project, file);
            if (!files) {
              const errors = diagnostics.filter((d) => d.severity === 'error');
              const stray = errors.find((d) => !d.place.path.endsWith(file));
              must(
                stray === undefined,
                () => `${stray?.code} blames ${stray?.place.path} for ${JSON.stringify(written)}`,
              );
              return count('refused');
            }
            for (const target of TARGETS) {
              const found = decodedTexts(await readBack(files, `${id}-${target}.zip`));
              const near = [...found].filter((t) => t.includes('Zq7')).slice(0, 3);
              must(
                [...found].some((t) => t.includes(written)),
                () => `${target}: ${JSON.stringify(written)} at ${path.join('.')} came back as ${JSON.stringify(near)}`,
              );
            }
            count('came back');
          });
        },
        how,
      );
      return { cases: done, counts };
    } finally {
      project.remove();
    }
  },
};
