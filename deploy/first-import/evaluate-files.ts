import { FRESH, decided, firstTaken, quoted, taken } from './rule';
import type { EvaluationRule } from './rule';
import type { TrialResult } from './result';

const HASH = /hash|checksum|tamper|integrity|signature/i;

/** Whether files of ours are taken at all, and if not, why. */
export const atAll: EvaluationRule = (by) => {
  const fresh = FRESH.flatMap((id) => by(id) ?? []);
  const decidedOnes = fresh.filter(decided);
  if (decidedOnes.length === 0) return undefined;
  const question = 'Does the platform take a file of ours, without the encryptedHash that its own exports carry?';
  const from = decidedOnes.map((r) => r.id);
  const good = decidedOnes.filter(taken);
  if (good.length > 0) return { question, answer: `Yes: ${good.map((r) => r.id).join(', ')}.`, from };
  const [first] = decidedOnes;
  const hashed = decidedOnes.some((r) => r.words.some((w) => HASH.test(w)));
  const why = first === undefined ? '' : quoted(first);
  const answer = hashed
    ? `No, it asks for a hash${why}. How it is made is not public, so no file that the platform did not export itself can be imported.`
    : `No, none was taken${why}.`;
  return { question, answer, from };
};

export const way: EvaluationRule = (by) => {
  const first = firstTaken(by);
  if (first?.way === undefined) return undefined;
  const setting = {
    'zip as zip': 'XO_NEW_BOT_FILES=zip XO_ZIP_EXTENSION=zip',
    'zip as json': 'XO_NEW_BOT_FILES=zip XO_ZIP_EXTENSION=json',
    'separate files': 'XO_NEW_BOT_FILES=json',
  }[first.way];
  const answer = `As ${first.way}${first.words.length > 0 ? `; before that${quoted(first)}` : ''}.`;
  return {
    question: 'How is a new app’s file sent?',
    answer,
    from: [first.id],
    ...(setting === undefined ? {} : { setting }),
  };
};

/** Compares a trial with the first one, which it differs from in one thing. */
const against =
  (
    id: TrialResult['id'],
    question: string,
    answers: Readonly<Record<'both' | 'only' | 'never' | 'none', string>>,
    setting?: Partial<Record<'both' | 'only' | 'never', string>>,
  ): EvaluationRule =>
  (by) => {
    const [bare, other] = [by('bare'), by(id)];
    if (!decided(bare) || !decided(other)) return undefined;
    const key = taken(bare) ? (taken(other) ? 'both' : 'never') : taken(other) ? 'only' : 'none';
    const why = key === 'never' ? quoted(other) : key === 'only' ? quoted(bare) : '';
    const set = key === 'none' ? undefined : setting?.[key];
    return {
      question,
      answer: `${answers[key]}${why}`,
      from: ['bare', id],
      ...(set === undefined ? {} : { setting: set }),
    };
  };

export const welcomeEvents = against('events', 'With events, or without?', {
  both: 'Both are taken.',
  only: 'Only with events.',
  never: 'Only without events.',
  none: 'Neither is taken.',
});

export const companions = against('companions', 'Do the companion keys matter (runCustomScript …)?', {
  both: 'No: the file is taken with them and without.',
  only: 'Yes: the file as we build it is refused, and with those keys the other way it is taken.',
  never: 'Yes: the file must have them as we build it.',
  none: 'Nothing is settled: neither was taken.',
});

export const layout = against(
  'bot-action',
  'Flat, or in bot actions (XO 11)?',
  {
    both: 'Both are taken.',
    only: 'Flat is refused; a bot action is taken.',
    never: 'Flat is taken; a bot action is refused.',
    none: 'Neither is taken.',
  },
  { both: 'layout: flat', never: 'layout: flat', only: 'layout: botAction' },
);

export const exportStatus: EvaluationRule = (by) => {
  const seen = (['bare', 'events', 'whole'] as const).map(by).find((r) => r?.facts !== undefined);
  if (seen?.facts === undefined) return undefined;
  const { namesExport } = seen.facts;
  const answer =
    namesExport === undefined
      ? 'The status names no export.'
      : namesExport
        ? 'The status names the export that was asked for.'
        : 'The status names another export.';
  return {
    question: 'Does the export’s status say which export it is of?',
    answer,
    from: [seen.id],
    setting: `XO_EXPORT_STATUS=${namesExport === true ? 'latest' : 'query'}`,
  };
};
