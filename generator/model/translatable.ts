import localeSchema from '../schema/locale.schema.json';
import type { Path } from '../source/yaml';

/** What a translation may say at some place: a text, or what stands below it. */
interface Place {
  readonly type?: string | readonly string[];
  readonly $ref?: string;
  readonly properties?: Readonly<Record<string, Place>>;
  readonly additionalProperties?: boolean | Place;
  readonly items?: Place;
}

const { bot, actions } = localeSchema.properties;
const SPECS: readonly Place[] = [bot, actions.additionalProperties];
const PARTS: Readonly<Record<string, Place>> = localeSchema.$defs;

/** Whether the text at `path` of a spec is one that people read: what a translation may say anew. */
export const isTranslatable = (path: Path): boolean =>
  SPECS.some((spec) => {
    const place = path.reduce<Place | undefined>(below, spec);
    return place !== undefined && [resolved(place).type].flat().includes('string');
  });

function below(place: Place | undefined, step: string | number): Place | undefined {
  if (place === undefined) return undefined;
  const { properties, additionalProperties, items } = resolved(place);
  if (typeof step === 'number') return items;
  if (properties && Object.hasOwn(properties, step)) return properties[step];
  return typeof additionalProperties === 'object' ? additionalProperties : undefined;
}

const resolved = (place: Place): Place =>
  place.$ref === undefined ? place : (PARTS[place.$ref.slice('#/$defs/'.length)] ?? place);
