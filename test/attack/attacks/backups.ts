import { cleanExport } from '../../../deploy/clean-export';
import { readEntries } from '../../../kore/zip/entries';
import { readBot } from '../../kore/diff/bots';
import { planted, RANDOM, VENDOR_PARTS } from '../../security/planted-export';
import { held, type Attack, type Surface } from '../attack';

/** Credentials that a definition may hold though no form gives them away, each in the vendor's own place. */
const NAMED: readonly (readonly [string, object])[] = [
  ['a hard-coded Authorization', { headers: { value: `{"Authorization":"${RANDOM}"}` } }],
  ['a hard-coded X-Api-Key', { headers: { value: `{"X-Api-Key":"${RANDOM}"}` } }],
  ['?api_key= in a path', { endPoint: { path: encodeURI(`/v1/{{env.X}}?api_key=${RANDOM}`) } }],
  ['a key of a model', { promptLibraries: [{ configuration: { headerFields: [{ key: 'api-key', value: RANDOM }] } }] }],
  [
    'a key of a model at a node',
    {
      generativeAI: {
        en: { promptFilterBasedOnModel: [{ configuration: { headerFields: [{ key: 'k', value: RANDOM }] } }] },
      },
    },
  ],
  ['a secret of a profile', { idpConfigurations: [{ appConfig: { clientSecret: RANDOM } }] }],
  ['a header of a profile', { idpConfigurations: [{ fields: [{ type: 'header', key: 'X', value: RANDOM }] }] }],
  ['a key in a script', { script: encodeURIComponent(`var apiKey = '${RANDOM}';`) }],
  ['a secured variable', { variables: [{ key: 'TOKEN', value: RANDOM, isSecured: true }] }],
];

async function backupOf(definition: unknown): Promise<string> {
  const files = new Map([['appDefinition.json', Buffer.from(JSON.stringify(definition))]]);
  const { zip } = await cleanExport(files, []);
  return [...(await readEntries(zip)).values()].map((bytes) => decodeURIComponent(bytes.toString())).join();
}

/** A live bot with credentials in it, whose backup lies on a disk. */
export const backups: Surface = {
  name: 'backups of a live bot',
  open: async () => {
    const { definition } = await readBot('xo11');
    const whole: Readonly<Record<string, unknown>> = { ...definition, ...VENDOR_PARTS };
    const hides = (what: string, value: unknown): Attack => ({
      what,
      play: async () => {
        const kept = await backupOf(value);
        const at = kept.indexOf(RANDOM);
        held(at < 0, () => `it is kept: ${kept.slice(Math.max(0, at - 100), at + 10)}`);
      },
    });
    const tokens = Object.entries(whole)
      .map(([key, part]) => [key, planted(part, false)] as const)
      .filter(([, part]) => JSON.stringify(part).includes(RANDOM))
      .map(([key, part]) => hides(`a token in every text of ${key}`, { ...whole, [key]: part }));
    const attacks = [...NAMED.map(([what, value]) => hides(what, value)), ...tokens];
    return { attacks, close: () => Promise.resolve() };
  },
};
