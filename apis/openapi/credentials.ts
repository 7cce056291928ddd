import type { OpenAPIV3_1 } from 'openapi-types';
import type { ApiDocument } from './document';
import type { Operation } from './operations';

/** How a service lets a request in, as far as a bot can do it. */
export type Scheme =
  | { readonly kind: 'basic' | 'bearer'; readonly name: string }
  | { readonly kind: 'apiKey'; readonly name: string; readonly in: 'header' | 'query' | 'cookie'; readonly key: string }
  | {
      readonly kind: 'clientCredentials';
      readonly name: string;
      readonly url: string;
      readonly scopes: readonly string[];
    }
  /** A person has to agree in a browser (`authorizationCode`, `implicit`, `openIdConnect`), or something the document alone names. */
  | { readonly kind: 'other'; readonly name: string; readonly type: string };

/** The security schemes of a document, those that a bot can use on its own first. */
export function schemesOf(document: ApiDocument): readonly Scheme[] {
  const written = document.root.components?.securitySchemes ?? {};
  const schemes = Object.entries(written).flatMap(([name, one]) => {
    const scheme = document.resolve<OpenAPIV3_1.SecuritySchemeObject>(one);
    return scheme === undefined ? [] : [schemeOf(name, scheme)];
  });
  return [...schemes.filter(({ kind }) => kind !== 'other'), ...schemes.filter(({ kind }) => kind === 'other')];
}

function schemeOf(name: string, scheme: OpenAPIV3_1.SecuritySchemeObject): Scheme {
  if (scheme.type === 'http') {
    const kind = scheme.scheme.toLowerCase();
    return kind === 'basic' || kind === 'bearer' ? { kind, name } : { kind: 'other', name, type: kind };
  }
  if (scheme.type === 'apiKey')
    return { kind: 'apiKey', name, in: scheme.in as 'header' | 'query' | 'cookie', key: scheme.name };
  const flow = scheme.type === 'oauth2' ? scheme.flows.clientCredentials : undefined;
  if (flow) return { kind: 'clientCredentials', name, url: flow.tokenUrl, scopes: Object.keys(flow.scopes) };
  return { kind: 'other', name, type: scheme.type };
}

/** The scopes of the alternative that asks for the fewest; none when no scheme names any. */
export function scopesOfOperation({ security }: Operation): readonly string[] {
  const alternatives = security.map((one) => Object.values(one).flat());
  return [...alternatives].sort((a, b) => a.length - b.length)[0] ?? [];
}
