import { CHANGED_SENTENCE, FIRST_SENTENCE } from '../../kore/first-import/variants';
import { decided, firstTaken, quoted, taken } from './rule';
import type { EvaluationRule } from './rule';

export const sameRefId: EvaluationRule = (by) => {
  const result = by('changed');
  if (!decided(result)) return undefined;
  const question = 'Does an incremental import update what has the same refId?';
  const from = ['changed'];
  if (!taken(result)) return { question, answer: `An incremental import is refused${quoted(result)}.`, from };
  if (result.facts === undefined) return undefined;
  const { sentences, dialogs } = result.facts;
  if (!sentences.includes(CHANGED_SENTENCE))
    return { question, answer: 'No: the dialog says what it said before.', from };
  const before = firstTaken(by)?.facts?.dialogs.length ?? 1;
  const doubled = dialogs.length > before || sentences.includes(FIRST_SENTENCE);
  const answer = doubled
    ? `No: it made a second one beside it (${dialogs.join(', ')}).`
    : 'Yes: the dialog is still one, and says the new sentence.';
  return { question, answer, from };
};

export const sameName: EvaluationRule = (by) => {
  const result = by('same-name');
  if (!decided(result)) return undefined;
  const question = 'What becomes of a dialog with the name of another one, under another refId?';
  const from = ['same-name'];
  if (!taken(result)) return { question, answer: `It is refused${quoted(result)}.`, from };
  const before = by('changed')?.facts?.dialogs;
  const now = result.facts?.dialogs;
  if (before === undefined || now === undefined) return undefined;
  if (now.length <= before.length) {
    const replaced = result.facts?.sentences.includes(FIRST_SENTENCE) === true;
    return { question, answer: replaced ? 'It replaces the other one, by its name.' : 'It is left out.', from };
  }
  const doubled = new Set(now).size < now.length;
  const answer = doubled ? 'There are two of the same name.' : `It is there under another name (${now.join(', ')}).`;
  return { question, answer, from };
};

export const zipInto: EvaluationRule = (by) => {
  const result = by('zip-into');
  if (!decided(result)) return undefined;
  return {
    question: 'May a zip go into an app that exists?',
    answer: taken(result) ? 'Yes.' : `No${quoted(result)}.`,
    from: ['zip-into'],
    setting: `XO_EXISTING_BOT_FILES=${taken(result) ? 'zip' : 'json'}`,
  };
};

export const single: EvaluationRule = (by) => {
  const result = by('one-action');
  if (!decided(result)) return undefined;
  const question = 'Does an action’s own zip go into an app that exists?';
  if (!taken(result)) return { question, answer: `No${quoted(result)}.`, from: ['one-action'] };
  const [before, now] = [by('same-name')?.facts ?? by('changed')?.facts, result.facts];
  const touched = before !== undefined && now !== undefined && before.events.join() !== now.events.join();
  const answer = touched ? `Yes, but events changed: ${now.events.join(', ')}.` : 'Yes, and events are as they were.';
  return { question, answer, from: ['one-action'] };
};

export const wholeBot: EvaluationRule = (by) => {
  const result = by('whole');
  if (!decided(result)) return undefined;
  const question = 'Does the whole bot import, and what does the platform change in it?';
  if (!taken(result)) return { question, answer: `No${quoted(result)}.`, from: ['whole'] };
  const { changes } = result;
  const count = (kind: string) => changes?.filter((c) => c.kind === kind).length ?? 0;
  const told =
    changes === undefined
      ? 'its export could not be looked at'
      : `fields added ${count('added')}, left out ${count('removed')}, changed ${count('changed')}`;
  return { question, answer: `Yes; ${told}.`, from: ['whole'] };
};
