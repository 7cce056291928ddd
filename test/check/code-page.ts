import { DIFFERENCE, NEW_IDENTITY } from '../../cli/run/diff-report';
import { TRANSCRIPT } from '../../cli/reports/formats';

/** A code as the page of codes explains it. */
export interface Explained {
  readonly severity: string;
  /** What the author did. */
  readonly cause: string;
  readonly example: string;
}

/** Takes in what a scenario shows of its own code, unless one before it did. */
export function explain(seen: Map<string, Explained>, own: string, scenario: string, shown: string): void {
  const cause = (scenario.split('\n', 1)[0] ?? '').replaceAll('<', '&lt;');
  for (const example of shown.split(/\n\n(?=\S+:\d+:\d+ {2})|\n\n(?=\d+ errors?, )/)) {
    const [, severity = '', code = ''] = /^\S+:\d+:\d+ {2}(error|warning) {2}([\w-]+)\n/.exec(example) ?? [];
    if (code === own && !seen.has(code)) seen.set(code, { severity, cause, example: example.trimEnd() });
  }
}

const OTHERS: Readonly<Record<string, string>> = {
  [TRANSCRIPT]:
    'Error of `check`: a conversation of a `.chat` file does not go as written, or the file cannot be read. Where only words differ,\n`npm run check -- <action> --update` accepts the new ones.',
  [DIFFERENCE]:
    'Notice of `diff`: something in the bot that the specs make is not as in the bot that they are compared with.',
  [NEW_IDENTITY]:
    "Warning of `diff`: a dialog or component has the same name and another id, so an import makes a second one. Write the old\nname of the action's file as `id:` into the spec.",
};

/** The page of codes: one section each, whose heading is the code, so that `#<code>` leads to it. */
export function pageOf(seen: ReadonlyMap<string, Explained>): string {
  const sections = new Map([
    ...[...seen].map(([code, one]): [string, string] => [code, sectionOf(one)]),
    ...Object.entries(OTHERS),
  ]);
  const written = [...sections].sort(([a], [b]) => (a < b ? -1 : 1)).map(([code, text]) => `## ${code}\n\n${text}`);
  return `${HEAD}\n\n${written.join('\n\n')}\n`;
}

const HEAD = `# Diagnostics

Every code that \`build\`, \`check\`, \`diff\` and the editor say, with an example: what an author did, and what was shown. Errors stop
a build, warnings do not. This page is made by \`npx vitest run test/check/scenarios.test.ts -u\`.`;

const sectionOf = ({ severity, cause, example }: Explained): string =>
  `${severity === 'error' ? 'Error' : 'Warning'}. ${cause}\n\n\`\`\`\n${example}\n\`\`\``;
