import type { KoreBot } from '../../kore/format';

/** Put together here, so that no scanner takes a test for a leak. What is looked for is what chance made. */
export const RANDOM = '0f8e7d6c5b4a39281706f5e4d3c2b1a0';
export const CANARY = `shp${'at'}_${RANDOM}`;

/** Parts of real exports that our own bots do not have, in the vendor's shapes. */
export const VENDOR_PARTS = {
  idpConfigurations: [
    {
      _id: 'idp-1',
      name: 'profile',
      sso_type: 'oauth2_client_credential',
      fields: [{ type: 'header', key: 'Authorization', value: 'Bearer x' }],
      appConfig: { clientID: 'x', clientSecret: 'x', tokenURL: 'https://id.example/token', scope: 'a b' },
    },
  ],
  promptLibraries: [
    {
      name: 'prompt',
      configuration: {
        endpoint: 'https://model.example/v1?api-version=1',
        headerFields: [{ key: 'api-key', value: 'x' }],
        payload: '{"messages":[{"role":"system","content":"x"}]}',
      },
    },
  ],
  llmConfiguration: [{ provider: 'x', integrations: { openai: { apiKey: 'x', organization: 'x' } } }],
  channels: [{ type: 'msteams', app: { clientId: 'x', clientSecret: 'x', name: 'x' } }],
  translationEngines: [{ engine: 'x', subscriptionKey: 'x' }],
  forms: [{ refId: 'form-1', name: 'x', components: [{ componentKey: 'a', displayName: 'x' }] }],
  contentVariables: [{ key: 'GREETING', value: 'x', vNameSpace: [] }],
  customTemplates: [{ name: 'x', code: encodeURIComponent('print("x");') }],
  smallTalk: [{ question: 'x', answers: [{ text: 'x' }] }],
} as const;

/** What holds an export together: ids, and words of which there is only a choice. */
const STRUCTURE =
  /^(_id|refId|id|nodeId|componentId|dialogId|taskId|task|then|default|resourceId|parentId|type|level|op|channel|language|method|protocol|port|entityType|layout|scope|variableType|target|defaultLanguage|supportedLanguages|action|connector)$|Ids?$|Type$|Language$/;

/**
 * The same with the canary behind every text, written as the text around it is: in JSON, percent-encoded, in a script. With
 * `keepStructure` the export still reads and plays.
 */
export function planted<T>(value: T, keepStructure: boolean): T {
  return plantedIn(value, '', keepStructure) as T;
}

function plantedIn(value: unknown, key: string, keep: boolean): unknown {
  if (typeof value === 'string') return keep && STRUCTURE.test(key) ? value : withCanary(value);
  if (Array.isArray(value)) return value.map((one) => plantedIn(one, key, keep));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, plantedIn(one, name, keep)]));
}

function withCanary(text: string): string {
  if (/^\s*[[{]/.test(text)) {
    try {
      return JSON.stringify(plantedIn(JSON.parse(text), '', false));
    } catch {
      // Not JSON after all.
    }
  }
  const plain = /%[0-9A-F]{2}/.test(text) ? decodeURIComponent(text) : text;
  const isScript = /;\s*$|\bprint\(|\bcontext\./.test(plain);
  const planted = `${plain}${isScript ? '\n//' : ''} ${CANARY}`;
  return plain === text ? planted : encodeURIComponent(planted);
}

/** A bot with all parts that an export can have, the canary in all of it. */
export const plantedBot = (bot: KoreBot): KoreBot => ({
  ...bot,
  definition: planted({ ...bot.definition, ...VENDOR_PARTS }, true),
  config: planted(bot.config, true),
});

/** How many texts of it hold the canary. */
export const countIn = (value: unknown): number => JSON.stringify(value).split(RANDOM).length - 1;
