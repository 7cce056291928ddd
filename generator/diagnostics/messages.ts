import { didYouMean, oneOf } from './suggest';

/**
 * Every sentence an author can get to read, by its code. The arguments are what the sentence names.
 * A sentence says what is wrong, then what to do next.
 */
export const messages = {
  'yaml-syntax': (problem: string) => `This is not valid YAML: ${problem}`,
  'duplicate-key': () => 'This key stands here twice. Keep one of them.',
  'yaml-alias': () => 'Aliases (*name) are not used in specs. Write the value out.',
  'yaml-too-deep': () => 'This is nested too deeply for a spec.',
  'file-too-large': (size: number, most: number) => `The file has ${size} characters; a spec has at most ${most}.`,
  'unknown-key': (key: string, known: readonly string[]) =>
    `"${key}" is not a key here.${didYouMean(key, known) || ` Use ${oneOf(known)}.`}`,
  'missing-key': (key: string, where: string) => `${where} needs "${key}".`,
  'wrong-type': (where: string, wanted: readonly string[], got: string) =>
    `${where} must be ${wanted.join(' or ')}, not ${got}.`,
  'wrong-value': (where: string, problem: string) => `${where} ${problem}.`,
  'wrong-name': (name: string) =>
    `"${name}" is not a good name here. Use letters and digits, beginning with a small letter (variables: capitals, digits and _).`,
  'unknown-value': (where: string, got: string, known: readonly string[]) =>
    `${where} cannot be "${got}".${didYouMean(got, known) || ` Use ${oneOf(known)}.`}`,
  'placeholder-syntax': (written: string) =>
    `"${written}" is not a placeholder. Write \${name} or \${name | filter}, or $\${ for a plain dollar and brace.`,
  'unknown-placeholder': (name: string, known: readonly string[]) =>
    `There is no "${name}" here.${didYouMean(name, known) || (known.length > 0 ? ` Known are ${oneOf(known)}.` : ' No placeholder can stand here.')}`,
  'unknown-filter': (name: string, known: readonly string[]) =>
    `"${name}" is not a filter.${didYouMean(name, known) || ` Filters are ${oneOf(known)}.`}`,
  'filter-arguments': (name: string, expected: string) =>
    `The filter ${name} takes ${expected === '' ? 'no arguments' : `(${expected})`}. Texts stand in quotes.`,
  'filter-not-here': (name: string, where: 'request' | 'response' | 'text') =>
    where === 'text'
      ? `Filters such as ${name} work in request: and response:, not in texts. Give the value a name under response.fields.`
      : `The filter ${name} is for the ${where === 'request' ? 'response' : 'request'}.`,
  'unused-input': (name: string) =>
    `The input "${name}" is asked for but never sent. Use \${${name}} in the request, or remove it.`,
  'unknown-template': (name: string, known: readonly string[]) =>
    `There is no look "${name}".${didYouMean(name, known)}`,
  'look-misses': (look: string, part: string) => `The look "${look}" needs "${part}".`,
  'look-ignores': (look: string, part: string) =>
    `The look "${look}" does not show "${part}". Remove it, or choose another look.`,
  'not-a-list': (name: string, known: readonly string[]) =>
    `"${name}" is not a list of response.fields.${didYouMean(name, known) || (known.length > 0 ? ` Lists are ${oneOf(known)}.` : '')}`,
  'over-limit': (what: string, size: number, most: number) =>
    `${what}: ${size}, but the platform shows ${most} at most.`,
  'unsafe-braces': () => "Two opening braces are the platform's own placeholder. Write ${name} instead.",
  'unsafe-search': (variable: string) =>
    `$${variable} is a search string: words of a person get into it through a search filter alone, such as \${name | searchWords("title")}.`,
  'unsafe-text': (name: string) =>
    `\${${name}} stands beside other text without a filter. Give it one (such as digits), so that nothing unsafe can be sent.`,
  'graphql-syntax': (problem: string) => `The query does not parse: ${problem}`,
  'graphql-invalid': (problem: string, version: string) => `${problem} (API version ${version})`,
  'graphql-deprecated': (problem: string) => problem,
  'graphql-missing-variable': (name: string, type: string) =>
    `The query needs $${name} (${type}). Give it a value under variables:.`,
  'graphql-unknown-variable': (name: string, known: readonly string[]) =>
    `The query has no variable $${name}.${didYouMean(name, known)}`,
  'graphql-cost': (cost: number, most: number) =>
    `The query may cost ${cost} points; the API refuses more than ${most}. Ask for smaller pages.`,
  'missing-scope': (scope: string) => `The query also needs the scope ${scope}. Add it to scopes:.`,
  'unneeded-scope': (scope: string) => `The query does not need the scope ${scope}. Ask for no more than it needs.`,
  'unknown-path': (path: string, step: string, known: readonly string[]) =>
    `The query selects no "${step}" (in ${path}).${didYouMean(step, known) || (known.length > 0 ? ` It selects ${oneOf(known)}.` : '')}`,
  'paging-needs': (what: string) => `Paging needs ${what}.`,
  'paging-utterance': (title: string, inputs: readonly string[]) =>
    `"${title}" must be something people can say. Add an utterance that begins with it and marks ${inputs.length > 0 ? inputs.map((i) => `\${${i}}`).join(' and ') : 'nothing'}.`,
  'unknown-action': (id: string, known: readonly string[]) =>
    `There is no action "${id}".${didYouMean(id, known) || ` Known are ${oneOf(known)}.`}`,
  'unknown-input': (name: string, action: string, known: readonly string[]) =>
    `${action} has no input "${name}".${didYouMean(name, known) || (known.length > 0 ? ` It has ${oneOf(known)}.` : ' It asks for nothing.')}`,
  'button-unsaid': (action: string, inputs: readonly string[]) =>
    `No utterance of ${action} marks exactly ${inputs.length > 0 ? inputs.map((i) => `\${${i}}`).join(' and ') : 'no input'}, so the button has nothing to say. Add one there.`,
  'button-goal': () => 'A button needs either "action" or "url".',
  'request-kind': () => 'A request is either "graphql" or "rest".',
  'no-graphql': () => 'bot.yaml has no service.graphql, so requests must be "rest".',
  'few-utterances': (count: number) => `${count} utterances are few: the platform learns from 8 or more, varied ones.`,
  'short-utterance': () => 'An utterance of fewer than three words trains badly. Say it in a sentence.',
  'duplicate-utterance': (other: string) => `"${other}" says the same. An utterance may stand once in the whole bot.`,
  'duplicate-title': (other: string) => `"${other}" has the same title. Dialog names must differ.`,
  'name-clash': (name: string, other: string) =>
    `The name ${name} is taken by ${other}. Names must differ, also in other than capitals.`,
  'name-too-long': (name: string, most: number) =>
    `${name} has ${name.length} letters; names in real exports have ${most} at most. Choose a shorter id.`,
  'bad-id': (id: string) =>
    `"${id}" cannot be an id. Name the file with small letters, digits and hyphens, such as get-order-details.yaml.`,
  'reserved-id': (id: string) => `"${id}" is a name of the platform's. Choose another.`,
  'duplicate-identity': (id: string, other: string) =>
    `The identity "${id}" is also that of ${other}. One of them must have another id:.`,
  'bad-pattern': (problem: string) => `This is not a regular expression that the platform can use: ${problem}`,
  'example-misfit': (example: string) => `The example "${example}" does not fit the pattern.`,
  'input-needs': (type: string, key: string) => `An input of type ${type} needs "${key}".`,
  'needs-example': () => 'Give an example: prompts show it, and training utterances use it.',
  'undeclared-variable': (name: string, known: readonly string[]) =>
    `\${env.${name}} is not declared under variables:.${didYouMean(name, known)}`,
  'unused-variable': (name: string) => `The variable ${name} is used nowhere.`,
  'variable-not-secret': (name: string) =>
    `${name} holds a credential. Add "secret: true", so that it is never exported.`,
  'variable-pattern': (name: string) =>
    `${name} stands in the host. Give it a "pattern", so that no request can go anywhere else.`,
  'secret-value': (name: string) => `${name} is secret: it may have no value here. It is filled in after the import.`,
  'looks-like-secret': (kind: string) =>
    `This looks like ${kind}. Never keep one in a spec: declare a variable with "secret: true" and fill it in after the import.`,
  'personal-without-owner': () =>
    'With audience shopper, an action that reads customers or orders needs response.owner: the path of the e-mail address that the answer belongs to.',
  'unknown-words': (table: string, known: readonly string[]) =>
    `bot.yaml has no words for "${table}".${didYouMean(table, known)}`,
  'experimental-credentials': (mode: string) =>
    `The credentials mode ${mode} is experimental: how the platform spells it for this integration was never seen in an export.`,
  'missing-file': (name: string) => `There is no file ${name} beside bot.yaml.`,
  'bad-icon': (problem: string) =>
    `The icon ${problem}. The platform takes PNG files of at most 40 × 40 pixels and 80 KB.`,
  'bad-schema': (name: string) => `${name} is not a schema file made by npm run schema.`,
  'missing-translation': (language: string, keys: readonly string[]) =>
    `${language} lacks ${keys.length} text${keys.length === 1 ? '' : 's'}, which stay in the default language: ${oneOf(keys)}.`,
  'unknown-translation': (key: string, known: readonly string[]) =>
    `The specs have no text "${key}" to translate.${didYouMean(key, known)}`,
  'empty-bot': () => 'There is no action file beside bot.yaml.',
  'bad-character': () => 'Half a character (a lone surrogate) stands in this text.',
} as const;

/** Codes that do not stop a build. */
export const warnings: ReadonlySet<string> = new Set([
  'graphql-deprecated',
  'few-utterances',
  'short-utterance',
  'name-too-long',
  'unneeded-scope',
  'unused-variable',
  'experimental-credentials',
  'missing-translation',
]);
