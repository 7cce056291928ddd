/** Real documents, with the packages that they come in. */
export const DOCUMENTS = [
  { name: 'github', pack: '@octokit/openapi', version: '23.0.2', file: 'generated/api.github.com.json' },
  { name: 'figma', pack: '@figma/rest-api-spec', version: '0.43.0', file: 'openapi/openapi.yaml' },
  { name: 'directus', pack: '@directus/specs', version: '15.2.0', file: 'dist/openapi.json' },
  { name: 'readme', pack: '@readme/oas-examples', version: '8.2.2', file: '3.1/json/readme.json' },
  { name: 'star-trek', pack: '@readme/oas-examples', version: '8.2.2', file: '3.0/json/star-trek.json' },
] as const;
