import { audienceSentences } from './audience-sentences';
import { forms, nameFor } from './forms';
import { inputSentences } from './input-sentences';
import { openapiSentences } from './openapi-sentences';
import { allOf, didYouMean, eitherOf, waysToShow } from './suggest';
import { typeNames, typeRemedy } from './types';
import { yamlSentences, type YamlMistake } from './yaml-sentences';

/** `table` → `"table"`: arguments are texts, but for a length. */
const argumentsOf = (expected: string) =>
  expected
    .split(', ')
    .map((name) => (name === 'length' ? '100' : `"${name.replace('?', '')}"`))
    .join(', ');

const manyMore = (code: string, count: number) =>
  `… and ${count.toLocaleString('en')} more of ${code} in this file. Mend the first ones, and build again.`;
const marks = (inputs: readonly string[]) => inputs.map((name) => `\${${name}}`).join(' and ');

/**
 * Every sentence an author can get to read, by its code. The arguments are what the sentence names.
 * A sentence says what is wrong, then what to do next.
 */
export const messages = {
  'yaml-syntax': (mistake: YamlMistake, parserSays: string) =>
    yamlSentences[mistake] ?? `This is not valid YAML: ${parserSays.replace(/\.?$/, '.')}`,
  'duplicate-key': (key: string, line: number) => `"${key}" stands in line ${line} already. Keep one of them.`,
  'yaml-alias': () =>
    'Anchors (&name), aliases (*name) and merges (<<) are not used in specs. Write the value out; a text that begins with & or * needs quotes.',
  'empty-file': (needed: readonly string[]) => `The file says nothing yet. It needs ${allOf(needed)}.`,
  'yaml-too-deep': () => 'This is nested too deeply for a spec.',
  'lost-text': (text: string) =>
    `YAML takes "${text}" for a comment, so it is lost. Put quotes around the whole text; or write a space after # if a comment is meant.`,
  'file-too-large': (size: number, most: number) => `The file has ${size} characters; a spec has at most ${most}.`,
  'not-a-file': (name: string, why: 'missing' | 'link' | 'odd' | 'large') =>
    ({
      missing: `${name} cannot be read.`,
      link: `${name} is a link, and links are not followed: what a bot says must not depend on files elsewhere. Put a copy of the file here.`,
      odd: `${name} is no regular file. Put one in its place, or remove it.`,
      large: `${name} is too large: 10 MB are the most.`,
    })[why],
  'not-utf8': (encoding: 'UTF-16' | 'unknown') =>
    encoding === 'UTF-16'
      ? 'This file is UTF-16. Save it as UTF-8.'
      : 'From here on the file is no UTF-8, but Latin-1 or the like. Save it as UTF-8, and look whether its letters are right.',
  'merge-conflict': () =>
    'Git left both sides of a merge here. Keep what is right, and remove the lines that begin with <<<<<<<, ======= and >>>>>>>.',
  'odd-character': (name: string, point: string, isSpace: boolean) =>
    isSpace
      ? `This is ${name} (${point}), not a space, so YAML or a placeholder does not end here. Type a space in its place.`
      : `This is ${name} (${point}): nobody sees it. Remove it.`,
  'wrong-ending': (name: string, right: string) =>
    `${name} is not read, because the name of a spec ends in .yaml. Call it ${right}.`,
  'unknown-key': (key: string, known: readonly string[]) =>
    `"${key}" is not a key here.${didYouMean(key, known) || (known.length > 0 ? ` Use ${eitherOf(known)}.` : ' Remove it.')}`,
  'missing-key': (keys: readonly string[], where: string) => `${where} needs ${allOf(keys)}.`,
  'wrong-type': (where: string, wanted: readonly string[], got: string, written: string) =>
    got === 'null'
      ? `${where} has no value. Write ${typeNames(wanted)}, or remove the key.`
      : `${where} must be ${typeNames(wanted)}, not ${typeNames([got])}.${typeRemedy(wanted, got, written)}`,
  'wrong-value': (where: string, problem: string) => `${where} ${problem}.`,
  'wrong-form': (where: string, pattern: string) => `${where} ${forms[pattern] ?? `does not fit ${pattern}`}.`,
  'wrong-name': (name: string, pattern: string) => {
    const better = nameFor(name, pattern);
    return `"${name}" ${forms[pattern] ?? `does not fit ${pattern}`}.${better === undefined ? '' : ` Call it ${better}.`}`;
  },
  'unknown-value': (where: string, got: string, known: readonly string[]) =>
    `${where} cannot be "${got}".${didYouMean(got, known) || ` Use ${eitherOf(known)}.`}`,
  'placeholder-syntax': (written: string) =>
    `"${written}" is not a placeholder. Write \${name} or \${name | filter}, or $\${ for a plain dollar and brace.`,
  'unknown-placeholder': (name: string, known: readonly string[]) =>
    `There is no "${name}" here.${didYouMean(name, known) || (known.length > 0 ? ` What can stand here: ${allOf(known)}.` : ' This text takes no placeholders.')}`,
  'unknown-filter': (name: string, known: readonly string[]) =>
    `"${name}" is not a filter.${didYouMean(name, known)} What fits here: ${allOf(known, known.length)}.`,
  'filter-mismatch': (name: string, what: string, shape: string, fitting: readonly string[], jsonField?: string) =>
    `${what} is ${shape}, which ${name} cannot show.${jsonField === undefined ? '' : ` A list is in "${jsonField}" beside it.`}${fitting.length === 0 ? ' No filter can: choose another path.' : ` ${fitting.length === 1 ? 'Did you mean' : 'Use'} ${eitherOf(fitting)}${fitting.length === 1 ? '?' : '.'}`}`,
  'needs-filter': (path: string, shape: string, fitting: readonly string[], inside: readonly string[]) =>
    `"${path}" is ${shape}, which a reply cannot show as it is.${waysToShow(fitting, inside)}`,
  'cut-list': (filter: string, path: string, remedy: 'connection' | 'page-info' | 'count') =>
    ({
      connection: `"${path}" is only a part of what there is, and ${filter} would speak of the whole. Write the path without its last step, and select pageInfo { hasNextPage } there.`,
      'page-info': `"${path}" may go on, and ${filter} would speak of the whole. Select pageInfo { hasNextPage } in it.`,
      count: `"${path}" is cut by its first: or last:, and ${filter} would speak of the whole. Leave the argument out, or ask for what the API counts itself.`,
    })[remedy],
  'value-mismatch': (where: string, problem: string) => `${where} ${problem}`,
  'dollar-name': (name: string) => `"$${name}" is plain text here. Write \${${name}}.`,
  'filter-arguments': (name: string, expected: string) =>
    expected === ''
      ? `The filter ${name} takes nothing in brackets. Write ${name} alone.`
      : `The filter ${name} is written ${name}(${argumentsOf(expected)}). Texts stand in quotes, numbers do not.`,
  'filter-not-here': (name: string, where: string) =>
    where === 'text'
      ? `Filters such as ${name} work in request: and response:, not in texts. Give the value a name under response.fields.`
      : where === 'request'
        ? `The filter ${name} makes an answer readable: it works under response.fields, not in a request.`
        : where === 'response'
          ? `The filter ${name} makes a value safe to send: it works in a request, not under response.fields.`
          : `Filters such as ${name} do nothing to \${${where}}. Write \${${where}} alone.`,
  'unused-input': (name: string) =>
    `The input "${name}" is asked for but never sent. Use \${${name}} in the request, or remove it.`,
  'look-misses': (look: string, part: string) => `The look "${look}" needs "${part}".`,
  'look-ignores': (look: string, part: string) =>
    `The look "${look}" does not show "${part}". Remove it, or choose another look.`,
  'not-a-list': (name: string, known: readonly string[]) =>
    `"${name}" is not a list of response.fields.${didYouMean(name, known) || (known.length > 0 ? ` Lists are ${eitherOf(known)}.` : '')}`,
  'over-limit': (what: string, size: number, most: number, remedy: string) =>
    `${what}: ${size}, but the platform takes ${most} at most. ${remedy}`,
  'unsafe-braces': () => "Two opening braces are the platform's own placeholder. Write ${name} instead.",
  markup: (written: string) =>
    `"${written}" is markup, and a voice reads it aloud. Say it in plain words; a look or a button brings titles and links.`,
  'unsafe-search': (variable: string, safe: readonly string[]) =>
    `$${variable} is a search string: what a person says gets into it through ${eitherOf(safe)} alone, as in \${name | searchWords("title")}.`,
  'unsafe-text': (name: string) =>
    `\${${name}} stands beside other text without a filter. Give it one (such as digits), so that nothing unsafe can be sent.`,
  'graphql-syntax': (problem: string) => `The query cannot be read: ${problem}`,
  'graphql-invalid': (problem: string, version: string) => `${problem} (API version ${version})`,
  'graphql-deprecated': (problem: string) => problem,
  'unknown-type': (name: string, version: string, known: readonly string[]) =>
    `API version ${version} has no type "${name}" with an id.${didYouMean(name, known) || ' Write the name of one, such as "Order".'}`,
  'graphql-missing-variable': (name: string, type: string) =>
    `The query needs a value for $${name} (${type}). Add "${name}" under variables.`,
  'graphql-unknown-variable': (name: string, known: readonly string[]) =>
    `The query has no variable $${name}.${didYouMean(name, known) || (known.length > 0 ? ` It has ${allOf(known)}.` : ' It has none.')}`,
  'graphql-cost': (cost: number, most: number) =>
    `The query may cost ${cost} points; the API refuses more than ${most}. Ask for smaller pages.`,
  'missing-scope': (scope: string, written?: string) =>
    written === undefined
      ? `The request needs the scope ${scope}. Add it to scopes.`
      : `The request does not need the scope "${written}". Did you mean "${scope}"?`,
  'unneeded-scope': (scope: string) =>
    `The request does not need the scope ${scope}. Remove it: ask for no more than is needed.`,
  'unknown-path': (path: string, step: string, known: readonly string[]) =>
    `The query selects no "${step}"${path === step ? '' : ` (in ${path})`}.${didYouMean(step, known) || (known.length > 0 ? ` It selects ${allOf(known)}.` : '')}`,
  'sample-path': (path: string, step: string, known: readonly string[]) =>
    `No prepared answer in stubs/ has "${step}"${path === step ? '' : ` (in ${path})`}.${didYouMean(step, known) || ` There is ${allOf(known)}.`} If the service has it, put it into a prepared answer.`,
  'paging-needs': (what: string) => `Paging needs ${what}.`,
  'near-needs': (what: string) => `Things that are only like it need ${what}.`,
  'paging-utterance': (title: string, inputs: readonly string[]) =>
    `A tap on "${title}" must say something. Add an utterance that begins with "${title}" and ${inputs.length > 0 ? `has ${marks(inputs)} in it` : 'has no placeholder'}.`,
  'unknown-action': (id: string, known: readonly string[]) =>
    `There is no action "${id}".${didYouMean(id, known) || ` Known are ${eitherOf(known)}.`}`,
  'unknown-input': (name: string, action: string, known: readonly string[]) =>
    `${action} has no input "${name}".${didYouMean(name, known) || (known.length > 0 ? ` It has ${allOf(known)}.` : ' It asks for nothing.')}`,
  'button-unsaid': (action: string, inputs: readonly string[], file: string) =>
    `A tap on this button must say something, but no utterance of ${action} ${inputs.length > 0 ? `has just ${marks(inputs)} in it` : 'is without a placeholder'}. Add one to ${file}.`,
  'button-goal': (many: boolean) =>
    many
      ? 'A button has one of "action", "url" and "agent". Remove the others.'
      : 'A button needs "action" (the id of an action), "url" (an address) or "agent: true" (a person).',
  'button-without-agent': () =>
    'This button leads to a person, and bot.yaml does not say that there is one. Write "agent: true" there, or remove the button.',
  'request-kind': (both: boolean) =>
    both
      ? 'A request has either "graphql" or "rest", not both. Remove one of them.'
      : 'A request needs "graphql" or "rest".',
  'body-ignored': (key: string, remedy: string) => `"${key}" does nothing here: ${remedy}`,
  unconfirmed: () =>
    'This action writes, and would do so unasked. Add confirm: { ask: … }, the question that comes first; or reads: true, when it is a POST that only searches.',
  'step-writes': (name: string) =>
    `The step "${name}" writes, and would do so unasked: steps only look something up. Make it the request of an action of its own; or add reads: true, when it is a POST that only searches.`,
  'step-name': (name: string) => `"${name}" is an input already. Give the step another name.`,
  'step-list': (name: string) => `People choose one thing of one list: "at" of the step "${name}" is one path.`,
  'step-field': (name: string) =>
    `"${name}" is a list, and a step finds single values. Name a value: a path with filters.`,
  'needs-reason': () =>
    'confirm: no sends the request unasked. Say in because: why that is right, such as because: It only marks a message as read.',
  'confirm-ignored': (key: string, remedy: string) => `"${key}" does nothing here: ${remedy}`,
  'unsafe-query': (name: string, safe: readonly string[]) =>
    `\${${name}} is a part of a query here, and what a person says could change what it asks for. Give it the filter of that language: ${eitherOf(safe)}, as in \${${name} | ${safe[0] ?? ''}}.`,
  'quoted-twice': (name: string, filter: string) =>
    `The filter ${filter} brings its own quotes. Write \${${name} | ${filter}} without quotes around it.`,
  'no-graphql': () => 'bot.yaml does not say where queries go. Add service.graphql there, or write "rest" here.',
  'few-utterances': (count: number) =>
    `${count === 1 ? 'One utterance is' : `${count} utterances are`} few: the platform learns from 8 or more, varied ones.`,
  'short-utterance': () =>
    'An utterance of fewer than three words, none of them an input, trains badly. Say it in a sentence.',
  'duplicate-utterance': (other: string, more: readonly string[]) =>
    `This stands in ${other} too${more.length > 0 ? `, and so do ${allOf(more, 4)}` : ''}. An utterance may stand once in the whole bot: reword ${more.length > 0 ? 'them' : 'one of them'}.`,
  'duplicate-title': (title: string, other: string | undefined) =>
    `The title "${title}" is taken: ${other ?? 'the platform'} has it. Titles must differ in more than capitals.`,
  'name-clash': (name: string, other: string) =>
    `Parts of this dialog would be called as parts of ${other} are (such as ${name}), capitals aside. Rename one of the two files.`,
  'part-name': (name: string) => `Every such dialog has a part called "${name}". Give this another name.`,
  'name-too-long': (name: string, most: number) =>
    `A part of this dialog would be called ${name}: ${name.length} letters, where names in real exports have fewer than ${most}. Give the file a shorter name.`,
  'bad-id': (id: string, what: 'file' | 'folder') =>
    `"${id}" cannot be an id. Name the ${what} with small letters, digits and hyphens, such as ${what === 'file' ? 'get-order-details.yaml' : 'my-shop'}.`,
  'reserved-id': (id: string) => `"${id}" is a name of the platform's. Give the file another name.`,
  'duplicate-identity': (id: string, other: string) =>
    `"${id}" is the id of ${other}.yaml. Remove this line, or choose another id.`,
  'bad-pattern': (problem: string) => `This pattern cannot be used: ${problem}`,
  'example-mismatch': (example: string) => `The example "${example}" does not fit the pattern. Change one of them.`,
  'input-needs': (type: string, key: string) => `An input of type ${type} needs "${key}".`,
  'input-ignores': (type: string, key: string, needed: string) =>
    `"${key}" does nothing in an input of type ${type}: it needs type: ${needed}. Change the type, or remove this.`,
  ...inputSentences,
  'needs-example': () => 'This needs "example", an answer that fits: training puts it where utterances mark the input.',
  'undeclared-variable': (name: string, known: readonly string[]) =>
    `The variable ${name} is not declared under variables.${didYouMean(name, known)}`,
  'unused-variable': (name: string) => `The variable ${name} is used nowhere. Remove it.`,
  'variable-not-secret': (name: string) =>
    `${name} holds a credential. Add "secret: true" to it, so that it is never exported.`,
  'variable-pattern': (name: string) =>
    `${name} is part of the host. Add "pattern" to it, such as '[a-z0-9-]+', so that no request can go anywhere else.`,
  'secret-value': (name: string) =>
    `${name} is secret, so no value of it may stand here. Remove this line; fill it in after the import.`,
  'looks-like-secret': (kind: string) =>
    `This looks like ${kind}. Never keep one in a spec: declare a variable with "secret: true" and fill it in after the import. If it is none, write "# not a secret" behind it.`,
  ...audienceSentences,
  'unknown-words': (table: string, known: readonly string[]) =>
    `bot.yaml has no words for "${table}".${didYouMean(table, known) || ' Add them there, under words.'}`,
  'experimental-credentials': (mode: string) =>
    `The credentials mode ${mode} is experimental: how the platform spells it for this integration was never seen in an export.`,
  'inferred-profile-header': (header: string) =>
    `The platform is known to put a token that it has fetched into the header Authorization (seen in one export); that it can put it into ${header} is documented and was not seen. After the import look at the profile, and try it there.`,
  'credentials-without-block': (block: string) =>
    `This mode needs the block "${block}"; without it no request is authorized. Write the block, or choose another mode.`,
  'missing-file': (name: string) => `There is no file ${name} beside bot.yaml. Put it there, or correct the name.`,
  'bad-icon': (problem: string) =>
    `The icon ${problem}. The platform takes PNG files of at most 40 × 40 pixels and 80 KB.`,
  ...openapiSentences,
  'missing-schema': (version: string, name: string, known: readonly string[]) =>
    `There is no schema of version "${version}": no file ${name} beside bot.yaml. ${known.length === 0 ? 'Make it' : `Supported are those that have one: ${allOf(known, known.length)}. Write one of them, or make the file`} with npm run schema.`,
  'bad-schema': (name: string, isTooLarge: boolean) =>
    `${name} is not a schema file${isTooLarge ? ', for it unpacks to more than 64 MB' : ''}: npm run schema makes one from an introspection.`,
  'missing-translation': (language: string, of: string, keys: readonly string[]) =>
    `${keys.length === 1 ? 'One text' : `${keys.length} texts`} of ${of} will stay in the default language, because ${language} does not have ${keys.length === 1 ? 'it' : 'them'}: ${allOf(keys, 6)}.`,
  'missing-sentences': (language: string, keys: readonly string[]) =>
    `${language} is a language that the tool does not speak. Until "sentences" has them, English is mixed in: ${allOf(keys, keys.length)}.`,
  untranslated: (language: string, of: readonly string[], count: number) =>
    `${language} has nothing of ${allOf(of)} yet: their ${count} texts will stay in the default language. Write those of bot.yaml below "bot", those of an action below "actions" and its id.`,
  'bad-language': (language: string, isDefault: boolean) =>
    isDefault
      ? `"${language}" is the default language, whose texts stand in the specs themselves. Remove this file.`
      : `"${language}" is not the code of a language. Name the file with one, such as es.yaml or pt_br.yaml.`,
  'unspoken-language': (language: string, known: readonly string[]) =>
    `The bot does not speak ${language}: it speaks ${allOf(known)}. A language has a file of its own in locales/, such as ${language}.yaml.`,
  'unknown-translation': (key: string, known: readonly string[]) =>
    `The specs have no text "${key}" to translate.${didYouMean(key, known) || (key.includes('.') ? '' : ' Texts of bot.yaml stand below "bot", those of an action below "actions" and its id.')}`,
  'similar-utterances': (other: string) => `Another dialog learns nearly this, in ${other}. Say what only this is for.`,
  'similar-descriptions': (other: string) =>
    `This says much the same as ${other}, and XO 11 chooses between the two by these sentences. Say what only this action is for.`,
  'empty-bot': () => 'There is no action yet. Add a file such as get-order.yaml beside bot.yaml.',
  'more-errors': (code: string, count: number) => manyMore(code, count),
  'more-warnings': (code: string, count: number) => manyMore(code, count),
  'bad-character': () =>
    'This text holds half a character (a lone surrogate), as when an emoji is cut in two. Write it anew.',
} as const;
