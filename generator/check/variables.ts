import type { Report } from '../diagnostics/diagnostic';
import { usedVariables } from '../model/normalize-bot';
import type { Bot, Variable } from '../model/model';
import { placeholders, type Placeholder } from '../model/text';
import { patternProblem } from './inputs';
import { keyPlace, placeholderPlace, placeOf } from './places';
import type { Rule } from './rule';

/** Variables are declared, credentials are secret and empty, and what stands in the host is bound by a pattern. */
export const variablesAreSound: Rule = (bot, report) => {
  const keys = bot.variables.map((v) => v.key);
  for (const phrase of [bot.service.host, ...bot.service.headers.values()]) {
    for (const placeholder of placeholders(phrase.text)) {
      const name = nameOf(placeholder);
      const place = placeholderPlace(phrase, placeholder);
      if (!placeholder.name.startsWith('env.'))
        report(
          place,
          'unknown-placeholder',
          placeholder.name,
          keys.map((key) => `env.${key}`),
        );
      else if (!keys.includes(name)) report(place, 'undeclared-variable', name, keys);
    }
  }
  const inHost = new Set(placeholders(bot.service.host.text).map(nameOf));
  const used = new Set(usedVariables(bot.service, bot.credentials));
  for (const variable of bot.variables) {
    variableIsSound(variable, inHost.has(variable.key), report);
    if (!used.has(variable.key)) report(keyPlace(variable.where), 'unused-variable', variable.key);
  }
  credentialsAreSecret(bot, report);
};

const nameOf = (placeholder: Placeholder) => placeholder.name.replace(/^env\./, '');

function variableIsSound(variable: Variable, inHost: boolean, report: Report): void {
  if (variable.secret && variable.value !== '') report(keyPlace(variable.where, 'value'), 'secret-value', variable.key);
  if (inHost && variable.pattern === undefined) report(keyPlace(variable.where), 'variable-pattern', variable.key);
  const problem = variable.pattern === undefined ? undefined : patternProblem(variable.pattern);
  if (problem !== undefined) report(keyPlace(variable.where, 'pattern'), 'bad-pattern', problem);
}

function credentialsAreSecret(bot: Bot, report: Report): void {
  const { credentials, credentialsAt } = bot;
  if (credentials.mode === 'integration' || credentials.mode === 'userProfile') {
    report(
      placeOf({ file: credentialsAt.file, path: [...credentialsAt.path, 'mode'] }),
      'experimental-credentials',
      credentials.mode,
    );
  }
  const needed =
    credentials.mode === 'accessToken'
      ? [credentials.variable]
      : credentials.mode === 'clientCredentials'
        ? [credentials.id, credentials.secret]
        : [];
  for (const key of needed) {
    const variable = bot.variables.find((v) => v.key === key);
    if (!variable)
      report(
        keyPlace(credentialsAt),
        'undeclared-variable',
        key,
        bot.variables.map((v) => v.key),
      );
    else if (!variable.secret && !(credentials.mode === 'clientCredentials' && key === credentials.id)) {
      report(keyPlace(variable.where), 'variable-not-secret', key);
    }
  }
}
