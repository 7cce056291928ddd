import { describe, expect, test } from 'vitest';
import { reportWriters } from '../../cli/reports/formats';
import type { ReportedFinding, CommandReport } from '../../cli/reports/report';

const MESSAGE = 'one\ntwo\r\nthree\tfour ]]> <x a="1"> & 100%: ::error::x';
const finding: ReportedFinding = {
  file: 'specs/x/a,b:c.yaml',
  line: 3,
  column: 5,
  endLine: 3,
  endColumn: 9,
  severity: 'error',
  code: 'unknown-key',
  message: MESSAGE,
  help: 'https://example.com/codes#unknown-key',
};
const report: CommandReport = {
  findings: [finding, { ...finding, message: 'plain' }],
  tests: [{ file: 'specs/x/a.chat', line: 1, name: 'asks\nfor <more>', target: 'xo10', failure: MESSAGE }],
};

/** What a reader of XML makes of a written text. */
const read = (text: string) => text.replace(/&#(\d+);/g, (_, code) => String.fromCharCode(Number(code)));
const attributes = (xml: string, name: string) =>
  [...xml.matchAll(new RegExp(` ${name}="([^"]*)"`, 'g'))].map(([, text]) => read(text ?? ''));

describe('a message with line breaks stays one message', () => {
  test('on GitHub, where a line is a command', () => {
    const lines = reportWriters.github(report).split('\n');
    expect(lines).toHaveLength(2);
    expect(lines[0]).not.toMatch(/[\r\n]/);
    const [, place = '', said = ''] = /^::error (.*?)::(.*)$/.exec(lines[0] ?? '') ?? [];
    expect(place.split(',')).toHaveLength(6);
    expect(decodeURIComponent(said)).toBe(MESSAGE);
  });

  test.each(['junit', 'checkstyle'] as const)(
    'in %s, where a parser makes line breaks of attributes spaces',
    (form) => {
      const xml = reportWriters[form](report);
      expect(attributes(xml, 'message')).toContain(MESSAGE);
      expect(xml).not.toMatch(/"[^"<>]*[\t\r\n][^"<>]*"(?=[ />])/);
      expect(xml).not.toMatch(/&(?!#\d+;)|]]>/);
      const open = [...xml.matchAll(/<([a-z]+)[^>]*[^/]>/g)].map(([, tag]) => tag);
      expect(open.sort()).toEqual([...xml.matchAll(/<\/([a-z]+)>/g)].map(([, tag]) => tag).sort());
    },
  );

  test('of a failed conversation, whole', () => {
    const xml = reportWriters.junit(report);
    expect(read(/<failure message="one">([^<]*)</.exec(xml)?.[1] ?? '')).toBe(MESSAGE);
    expect(attributes(xml, 'name')).toContain('asks\nfor <more> (xo10)');
  });

  test.each(['sarif', 'code-climate'] as const)('in %s', (form) => {
    expect(JSON.stringify(JSON.parse(reportWriters[form](report)))).toContain(JSON.stringify(MESSAGE));
  });
});
