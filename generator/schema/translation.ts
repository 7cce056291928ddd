import Type, { type TSchema } from 'typebox';
import { action } from '../model/written/action';
import { bot } from '../model/written/bot';
import { sentences } from '../model/written/sentences';
import { block, described, map, optional, type SchemaNotes } from '../model/written/kinds';

/** A construct as data, with its notes. */
interface Construct extends SchemaNotes {
  readonly type?: string | readonly string[];
  readonly description?: string;
  readonly properties?: Readonly<Record<string, Construct>>;
  readonly additionalProperties?: false | Construct;
  readonly items?: Construct;
}

/** What a translation may say: of a bot and of its actions, everything that people read. */
export function translation(): TSchema {
  const ofBot = saidOf(bot as Construct) as TSchema;
  const ofAction = saidOf(action as Construct) as TSchema;
  return {
    title: 'A translation of a bot',
    ...block('What people read, in another language. A text that is left out stays in the default language.', {
      bot: optional(described('Texts of bot.yaml, under the same keys.', ofBot)),
      sentences: optional(sentences),
      actions: optional(map('Texts of the actions: the name of the file without .yaml, then the same keys.', ofAction)),
    }),
  };
}

/** A construct with nothing left but what people read in it; undefined when that is nothing. */
function saidOf(construct: Construct): Construct | undefined {
  const found = foundIn(construct);
  if (found.length === 0) return undefined;
  const { description = '', part, about } = construct;
  const types = found.flatMap(({ type }) => type ?? []);
  const type = types.length === 1 ? { type: types[0] } : { type: types };
  return {
    ...Object.assign({}, ...found),
    description,
    ...(part === undefined ? {} : { part, about }),
    ...type,
  } as Construct;
}

/** What people read of a construct, once for each type that it can have. */
function foundIn(construct: Construct): readonly Construct[] {
  const { said, items } = construct;
  const can = (type: string) => [construct.type].flat().includes(type);
  const inItems = items && saidOf(items);
  return [
    ...(said && can('string') ? [{ type: 'string' }] : []),
    ...(said && can('array') ? [{ type: 'array', items: Type.String() as Construct }] : []),
    ...(!said && inItems ? [{ type: 'array', items: inItems }] : []),
    ...(can('object') ? saidInside(construct) : []),
  ];
}

function saidInside({ properties = {}, additionalProperties }: Construct): readonly Construct[] {
  const keys = Object.entries(properties).flatMap(([key, value]) => {
    const said = saidOf(value);
    return said ? [[key, said] as const] : [];
  });
  const values = additionalProperties ? saidOf(additionalProperties) : undefined;
  if (keys.length > 0)
    return [{ type: 'object', properties: Object.fromEntries(keys), additionalProperties: values ?? false }];
  return values ? [{ type: 'object', additionalProperties: values }] : [];
}
