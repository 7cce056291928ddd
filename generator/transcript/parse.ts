import { readTranscriptSettings, SETTINGS } from './settings';
import { TranscriptError } from './transcript';
import type { Directive, ExpectedMessage, UserInput, TranscriptStep, Transcript } from './transcript';

/** Directives between two turns: before what the user says next, and about the turn that was. */
const BEFORE = ['store', 'clock'];
const AFTER = ['said', 'transfer', 'calls', 'url', 'request', 'sent', 'header'];

interface Draft {
  readonly name: string;
  readonly line: number;
  readonly settings: Directive[];
  readonly steps: DraftStep[];
  before: Directive[];
}

interface DraftStep {
  readonly line: number;
  readonly before: readonly Directive[];
  input: UserInput;
  readonly bot: DraftMessage[];
  readonly voice: DraftMessage[];
  readonly after: Directive[];
}

type DraftMessage = ExpectedMessage & { readonly lines: string[]; readonly places: number[] };

type Fail = (message: string) => never;

/** Where an indented line belongs: to the message above it, or to what the user says above it. */
type Open = ((line: string, at: number) => void) | undefined;

/** Reads a `.chat` file. Throws a `TranscriptError` with file and line for the first thing it cannot read. */
export function parseTranscripts(path: string, text: string): readonly Transcript[] {
  const drafts: Draft[] = [];
  let open: Open;
  const lines = text.replace(/^\uFEFF/, '').split(/\r?\n/);
  lines.forEach((written, index) => {
    const line = index + 1;
    const fail: Fail = (message) => {
      throw new TranscriptError(path, line, message);
    };
    if (written.startsWith('#') || written.trim() === '') return;
    if (/^\s/.test(written)) {
      if (open === undefined) return fail('an indented line goes on with a line of the user or of the bot');
      return open(written.replace(/^ {1,2}|^\t/, '').trimEnd(), line);
    }
    open = undefined;
    const heading = /^==\s+(.+?)\s*$/.exec(written)?.[1];
    if (heading !== undefined) return void drafts.push(draft(heading, line));
    if (drafts.length === 0) drafts.push(draft(nameOf(path), line));
    const current = drafts.at(-1);
    if (current === undefined) return;
    open = readLine(current, written.trimEnd(), line, fail);
  });
  const named = new Set<string>();
  for (const { name, line } of drafts) {
    if (named.has(name)) throw new TranscriptError(path, line, `there are two conversations named "${name}"`);
    named.add(name);
  }
  return drafts.map((d) => finish(d, path));
}

const draft = (name: string, line: number): Draft => ({ name, line, settings: [], steps: [], before: [] });

const nameOf = (path: string) => path.replace(/^.*[\\/]/, '').replace(/\.chat$/, '');

function readLine(current: Draft, written: string, line: number, fail: Fail): Open {
  const [, name, value = ''] = /^@([a-z]+)(?:\s+(.*))?$/.exec(written) ?? [];
  if (name !== undefined) return readDirective(current, { name, value: value.trim(), line }, fail);
  const [, who, times, said = ''] = /^(user|click|bot|voice)(?:\[(\d+) times\])?:(?: (.*))?$/.exec(written) ?? [];
  if (who === 'user') return addUser(current, line, said, Number(times ?? 1));
  if (times !== undefined) return fail('only what the user says can be repeated');
  if (who === 'click') return addClick(current, line, said.trim(), fail);
  if (who === 'bot' || who === 'voice') return addMessage(current, line, who, said, fail);
  return fail('a line starts with user:, click:, bot:, voice:, @, ==, # or two spaces');
}

function addClick(current: Draft, line: number, title: string, fail: Fail): Open {
  if (title === '') return fail('click: says which button is pressed');
  addStep(current, line, { kind: 'click', title });
  return undefined;
}

function addMessage(current: Draft, line: number, who: 'bot' | 'voice', said: string, fail: Fail): Open {
  const step = current.steps.at(-1) ?? addStep(current, line, { kind: 'connect' });
  const [loose] = current.before;
  if (loose !== undefined) return fail(`@${loose.name} stands before a line of the user, not before what the bot says`);
  const message: DraftMessage = { line, lines: [said.trimEnd()], places: [line] };
  step[who].push(message);
  return (more, at) => {
    if (message.lines.length === 1 && message.lines[0] === '') {
      message.lines.pop();
      message.places.pop();
    }
    message.lines.push(more);
    message.places.push(at);
  };
}

function addStep(current: Draft, line: number, input: UserInput): DraftStep {
  const step: DraftStep = { line, before: current.before, input, bot: [], voice: [], after: [] };
  current.before = [];
  current.steps.push(step);
  return step;
}

function addUser(current: Draft, line: number, said: string, times: number): Open {
  const step = addStep(current, line, { kind: 'say', text: said.repeat(times) });
  let text = said;
  return (more) => {
    text = `${text}\n${more}`;
    step.input = { kind: 'say', text: text.repeat(times) };
  };
}

function readDirective(current: Draft, directive: Directive, fail: Fail): Open {
  const { name } = directive;
  const step = current.steps.at(-1);
  if (SETTINGS.includes(name)) {
    if (step !== undefined) return fail(`@${name} stands above the first line of a conversation`);
    current.settings.push(directive);
  } else if (BEFORE.includes(name)) current.before.push(directive);
  else if (AFTER.includes(name)) {
    if (step === undefined) return fail(`@${name} is about the turn above it, and there is none`);
    step.after.push(directive);
  } else return fail(`@${name} is unknown; known are @${[...SETTINGS, ...BEFORE, ...AFTER].join(', @')}`);
  return undefined;
}

function finish({ name, line, settings, steps, before }: Draft, path: string): Transcript {
  const loose = before[0];
  if (loose !== undefined) throw new TranscriptError(path, loose.line, `nothing is said after @${loose.name}`);
  if (steps.length === 0) throw new TranscriptError(path, line, `"${name}" says nothing`);
  const read: readonly TranscriptStep[] = steps;
  return { name, path, line, settings: readTranscriptSettings(settings, path), steps: read };
}
