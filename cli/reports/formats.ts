import { createHash } from 'node:crypto';
import { productManifest } from '../product';
import type { ReportedFinding, CommandReport } from './report';
import { xmlElement, escaped } from './xml';

/** Forms of a report that other programs read. */
export const FORMATS = ['github', 'junit', 'sarif', 'checkstyle', 'code-climate'] as const;

export type Format = (typeof FORMATS)[number];

const HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n';

/** How each form writes a report. */
export const reportWriters: Readonly<Record<Format, (report: CommandReport) => string>> = {
  github: ({ findings }) => findings.map(annotation).join('\n'),
  junit,
  sarif,
  checkstyle: ({ findings }) =>
    HEAD +
    xmlElement(
      'checkstyle',
      { version: '4.3' },
      [...byFile(findings)].map(([name, found]) =>
        xmlElement(
          'file',
          { name },
          found.map(({ line, column, severity, message, code }) =>
            xmlElement('error', {
              ...{ line, column, message, source: code },
              severity: severity === 'notice' ? 'info' : severity,
            }),
          ),
        ),
      ),
    ),
  'code-climate': ({ findings }) =>
    JSON.stringify(
      findings.map(({ file, line, endLine, severity, code, message, help }) => ({
        type: 'issue',
        check_name: code,
        description: message,
        content: { body: `[${code}](${help})` },
        categories: ['Bug Risk'],
        severity: { error: 'major', warning: 'minor', notice: 'info' }[severity],
        fingerprint: createHash('md5').update(`${file}\0${line}\0${code}\0${message}`).digest('hex'),
        location: { path: file, lines: { begin: line, end: endLine } },
      })),
      null,
      2,
    ),
};

/** A workflow command: in its values some signs are percent-encoded. */
function annotation({ file, line, column, endLine, endColumn, severity, code, message }: ReportedFinding): string {
  const data = (text: string) => text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
  const value = (text: string | number) => data(String(text)).replaceAll(':', '%3A').replaceAll(',', '%2C');
  const place = Object.entries({ file, line, col: column, endLine, endColumn, title: code });
  return `::${severity} ${place.map(([key, text]) => `${key}=${value(text)}`).join(',')}::${data(message)}`;
}

/** The conversations as tests, by file; findings about specs are a suite of their own, which fails for each error. */
function junit({ findings, tests }: CommandReport): string {
  const failed = ({ file, line, code, message }: ReportedFinding) =>
    xmlElement('testcase', { name: `${code} ${file}:${line}`, classname: file, file, line }, [
      xmlElement('failure', { message, type: code }),
    ]);
  const errors = findings.filter(({ severity, code }) => severity === 'error' && code !== TRANSCRIPT);
  const sound = xmlElement('testcase', { name: 'the specs have no errors', classname: 'specs' });
  const suites = [
    suite('specs', errors.length > 0 ? errors.map(failed) : [sound], errors.length),
    ...[...byFile(tests)].map(([file, played]) =>
      suite(
        file,
        played.map(({ name, target, line, failure }) =>
          xmlElement(
            'testcase',
            { name: `${name} (${target})`, classname: file.replace(/\.chat$/, ''), file, line },
            failure === undefined
              ? []
              : [`<failure message="${escaped(failure.split('\n')[0] ?? '')}">${escaped(failure)}</failure>`],
          ),
        ),
        played.filter(({ failure }) => failure !== undefined).length,
      ),
    ),
  ];
  return HEAD + xmlElement('testsuites', { name: productManifest().name }, suites);
}

const suite = (name: string, cases: readonly string[], failures: number): string =>
  xmlElement('testsuite', { name, tests: cases.length, failures, errors: 0, skipped: 0 }, cases);

/** The code of a finding that is a conversation which does not go as written. */
export const TRANSCRIPT = 'transcript';

function sarif({ findings }: CommandReport): string {
  const { name, version } = productManifest();
  const rules = new Map(findings.map(({ code, help }) => [code, { id: code, helpUri: help }]));
  const codes = [...rules.keys()];
  return JSON.stringify(
    {
      $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: { driver: { name, version, rules: [...rules.values()] } },
          columnKind: 'utf16CodeUnits',
          results: findings.map(({ file, line, column, endLine, endColumn, severity, code, message }) => ({
            ruleId: code,
            ruleIndex: codes.indexOf(code),
            level: severity === 'notice' ? 'note' : severity,
            message: { text: message },
            locations: [
              {
                physicalLocation: {
                  artifactLocation: { uri: file.split('/').map(encodeURIComponent).join('/') },
                  region: { startLine: line, startColumn: column, endLine, endColumn },
                },
              },
            ],
          })),
        },
      ],
    },
    null,
    2,
  );
}

function byFile<T extends { readonly file: string }>(all: readonly T[]): ReadonlyMap<string, readonly T[]> {
  const files = new Map<string, T[]>();
  for (const one of all) files.set(one.file, [...(files.get(one.file) ?? []), one]);
  return files;
}
