import type { Report } from '../diagnostics/diagnostic';
import { nearest } from '../diagnostics/suggest';
import { endpointVariables, usedVariables } from '../model/normalize-credentials';
import { lookUps } from '../model/look-up';
import type { Credentials } from '../model/credentials';
import type { Bot } from '../model/model';
import { dataAt } from '../model/overlay';
import type { Variable } from '../model/variable';
import { outsidesOf } from '../model/request-phrases';
import { placeholders, type Placeholder } from '../model/text';
import type { Path } from '../source/yaml';
import { patternProblem } from './pattern/problem';
import { keyPlace, placeholderPlace, placeOf } from './places';
import type { SpecRule } from './rule';

/** Variables are declared, credentials are secret and empty, and what stands in the host is bound by a pattern. */
export const variablesAreSound: SpecRule = (bot, report) => {
  const keys = bot.variables.map((v) => v.key);
  const inPath = bot.service.path ? [bot.service.path] : [];
  const misspelt = new Set<string | undefined>();
  for (const phrase of [bot.service.host, ...inPath, ...bot.service.headers.values()]) {
    for (const placeholder of placeholders(phrase.text)) {
      const name = nameOf(placeholder);
      const place = () => placeholderPlace(phrase, placeholder);
      if (!placeholder.name.startsWith('env.'))
        report(
          place(),
          'unknown-placeholder',
          placeholder.name,
          keys.map((key) => `env.${key}`),
        );
      else if (!keys.includes(name)) {
        misspelt.add(nearest(name, keys));
        report(place(), 'undeclared-variable', name, keys);
      }
    }
  }
  for (const name of credentialsAreSecret(bot, report)) misspelt.add(nearest(name, keys));
  const inHost = new Set([...placeholders(bot.service.host.text).map(nameOf), ...endpointVariables(bot.credentials)]);
  const used = new Set([...usedVariables(bot.service, bot.credentials), ...usedByActions(bot)]);
  for (const variable of bot.variables) {
    variableIsSound(variable, inHost.has(variable.key), report);
    if (!used.has(variable.key) && !misspelt.has(variable.key))
      report(keyPlace(variable.where), 'unused-variable', variable.key);
  }
};

/** Variables that requests hold, and inputs take their values or zones from. */
const usedByActions = ({ actions }: Bot): readonly string[] =>
  actions.flatMap((action) => [
    ...[...lookUps(action), action]
      .flatMap((one) => outsidesOf(one))
      .flatMap(({ from, name }) => (from === 'env' ? [name] : [])),
    ...action.inputs.flatMap(({ source, zone }) => [
      ...(source?.from === 'env' ? [source.name] : []),
      ...placeholders(zone?.text ?? []).map(nameOf),
    ]),
  ]);

const nameOf = (placeholder: Placeholder) => placeholder.name.replace(/^env\./, '');

function variableIsSound(variable: Variable, inHost: boolean, report: Report): void {
  if (variable.secret && variable.value !== '') report(keyPlace(variable.where, 'value'), 'secret-value', variable.key);
  if (inHost && variable.pattern === undefined) report(keyPlace(variable.where), 'variable-pattern', variable.key);
  const problem = variable.pattern === undefined ? undefined : patternProblem(variable.pattern, 'whole');
  if (problem !== undefined) report(keyPlace(variable.where, 'pattern'), 'bad-pattern', problem);
}

/** Returns the names that no variable has. */
function credentialsAreSecret(bot: Bot, report: Report): readonly string[] {
  const { credentials, credentialsAt } = bot;
  const at = (key: string) => placeOf({ file: credentialsAt.file, path: [...credentialsAt.path, key] });
  if (credentials.mode === 'integration' || credentials.mode === 'userProfile')
    report(at('mode'), 'experimental-credentials', credentials.mode);
  if (credentials.mode === 'oauthProfile' && credentials.header !== 'Authorization')
    report(at('mode'), 'inferred-profile-header', credentials.header);
  if (credentials.mode === 'none' && credentials.lacks !== undefined)
    report(at('mode'), 'credentials-without-block', credentials.lacks);
  endpointIsKnown(bot, report);
  const keys = bot.variables.map((v) => v.key);
  return neededBy(credentials).flatMap(({ key, at, secret }) => {
    const variable = bot.variables.find((v) => v.key === key);
    const { file, path } = credentialsAt;
    if (!variable) report(file.at([...path, ...at]), 'undeclared-variable', key, keys);
    else if (secret && !variable.secret) report(keyPlace(variable.where), 'variable-not-secret', key);
    return variable ? [] : [key];
  });
}

/** A token endpoint is a path of the service, or an address of its own. */
function endpointIsKnown({ credentials, credentialsAt: { file, path } }: Bot, report: Report): void {
  if (!('secret' in credentials)) return;
  const at = [...path, 'clientCredentials'];
  const written = dataAt(file.data, at) as { readonly path?: string; readonly url?: string };
  if (written.path === undefined && written.url === undefined)
    report(file.keyAt(at), 'missing-key', ['path'], '"credentials.clientCredentials"');
  if (written.path !== undefined && written.url !== undefined)
    report(file.keyAt([...at, 'path']), 'input-idle', 'path', 'no "url" beside it');
  // The platform's own profile asks each person.
  if (credentials.mode === 'oauthProfile' && credentials.refreshToken !== undefined)
    report(file.keyAt([...at, 'refreshToken']), 'input-idle', 'refreshToken', 'the mode clientCredentials');
}

interface Needed {
  readonly key: string;
  /** Where credentials: names it. */
  readonly at: Path;
  readonly secret: boolean;
}

function neededBy(credentials: Credentials): readonly Needed[] {
  return [
    ...('variable' in credentials
      ? [{ key: credentials.variable, at: [credentials.block, 'variable'], secret: true }]
      : []),
    ...('secret' in credentials
      ? [
          { key: credentials.id, at: ['clientCredentials', 'id'], secret: false },
          { key: credentials.secret, at: ['clientCredentials', 'secret'], secret: true },
          ...(credentials.refreshToken === undefined
            ? []
            : [{ key: credentials.refreshToken, at: ['clientCredentials', 'refreshToken'], secret: true }]),
        ]
      : []),
  ];
}
