import { type GraphQLSchema, isInterfaceType, isObjectType } from 'graphql';
import type { Report } from '../diagnostics/diagnostic';
import type { GraphqlRequest } from '../model/model';
import { placeholders } from '../model/text';
import { wordPlaceIn } from './places';

/** The type that `gid` and `optionalGid` name is one whose things have a global id. */
export function gidTypesExist(schema: GraphQLSchema, version: string, request: GraphqlRequest, report: Report): void {
  const node = schema.getType('Node');
  if (!isInterfaceType(node)) return;
  for (const phrase of [...request.variables.values()].filter((value) => typeof value === 'object')) {
    for (const placeholder of placeholders(phrase.text)) {
      for (const { name, args } of placeholder.filters) {
        const [type] = args.map(String);
        if (type === undefined || (name !== 'gid' && name !== 'optionalGid')) continue;
        const found = schema.getType(type);
        if (isObjectType(found) && found.getInterfaces().includes(node)) continue;
        const known = schema.getImplementations(node).objects.map((object) => object.name);
        report(wordPlaceIn(phrase, placeholder, type), 'unknown-type', type, version, known);
      }
    }
  }
}
