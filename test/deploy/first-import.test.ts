import { rmSync } from 'node:fs';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Person } from '../../deploy/context';
import { trialsOf } from '../../kore/first-import/trials';
import type { ImportHabits } from '../../testing/platform/options';
import { answer, builtDist, nobody, outcomes, result, tried as play } from './try-series';
import type { Tried, TryIn } from './try-series';
import { SECRETS } from './workbench';
import type { Workbench } from './workbench';

let dist: string;
let bench: Workbench | undefined;
beforeAll(async () => {
  dist = await builtDist();
});
afterAll(() => rmSync(dist, { recursive: true }));
afterEach(async () => bench?.close());

const tried = (options: TryIn['options'] = {}, settings: TryIn['settings'] = {}, yes = true, person: Person = nobody) =>
  play({ dist, options, settings, yes, person, opened: (b) => (bench = b) });
const habits = (h: ImportHabits) => tried({ habits: h });

describe('the series, where the platform takes everything', () => {
  it.each(['xo10', 'xo11'] as const)(
    'is asked whole on %s, in new apps only, and settles every question',
    async (target) => {
      const t = await tried({ target, zipIntoExisting: true });
      const wanted = [...trialsOf(target).map((trial) => trial.id), 'zip-into', 'variables-api'];
      expect(t.report.results.map((r) => r.id)).toEqual(wanted);
      expect(new Set(Object.values(outcomes(t)))).toEqual(new Set(['taken']));
      expect(t.b.bots()).toHaveLength(t.report.apps.length);
      expect(answer(t, /without the encryptedHash/)).toContain('Yes: bare, events');
      expect(answer(t, /new app’s file sent/)).toBe('As zip as zip. XO_NEW_BOT_FILES=zip XO_ZIP_EXTENSION=zip');
      expect(answer(t, /With events/)).toBe('Both are taken.');
      expect(answer(t, /companion keys/)).toContain('No: ');
      expect(answer(t, /same refId/)).toContain('Yes: the dialog is still one');
      expect(answer(t, /name of another one/)).toBe('There are two of the same name.');
      expect(answer(t, /config\.json/)).toContain(
        'They do; the secured one is exported empty, and stays secured. XO_VARIABLES=config',
      );
      expect(answer(t, /empty variables/)).toBe('Yes: the value is gone. XO_EXISTING_VARIABLES=keep');
      expect(answer(t, /isSecured/)).toBe('Yes. XO_SECURED_FLAG=send');
      expect(answer(t, /zip go into/)).toBe('Yes. XO_EXISTING_BOT_FILES=zip');
      expect(answer(t, /own zip go/)).toContain('events are as they were');
      expect(answer(t, /whole bot/)).toContain('Yes; fields added');
      expect(answer(t, /export’s status/)).toContain('XO_EXPORT_STATUS=latest');
      expect(answer(t, /Flat, or in/)).toBe(target === 'xo11' ? 'Both are taken. layout: flat' : 'none');
    },
  );

  it('finds no field changed where the platform changes none, and each one that it adds', async () => {
    const same = await tried();
    const ofBare = (t: Tried) => result(t, 'bare')?.changes?.map((c) => `${c.kind} ${c.at}`);
    expect(ofBare(same)?.filter((c) => !/localeData|config\.name/.test(c))).toEqual([]);
    await same.b.close();
    const fills = await habits({ fills: true });
    expect(ofBare(fills)).toContain('added botEvents.REPEAT_RESPONSE_EVENT');
    expect(fills.page).toContain('botEvents.REPEAT_RESPONSE_EVENT');
  });
});

describe('every branch of the protocol', () => {
  it('a platform that asks for a hash takes nothing, and the rest is left out', async () => {
    const t = await habits({ needsHash: true });
    expect(answer(t, /without the encryptedHash/)).toMatch(/^No, it asks for a hash.*encryptedHash does not match/);
    expect(outcomes(t)).toMatchObject({
      bare: 'refused',
      whole: 'refused',
      changed: 'skipped',
      'zip-into': 'skipped',
      'variables-api': 'skipped',
    });
    expect(t.b.bots()).toEqual([]);
    expect(result(t, 'bare')?.words).toHaveLength(3);
  });

  it('refuses flat: goes on with the bot action', async () => {
    const t = await habits({ refusesLayout: 'flat' });
    expect(outcomes(t)).toMatchObject({ bare: 'refused', 'bot-action': 'taken', changed: 'refused' });
    expect(answer(t, /Flat, or in/)).toContain('layout: botAction');
    expect(answer(t, /Flat, or in/)).toContain('must be part of a bot action');
  });

  it('refuses the bot action', async () => {
    expect(answer(await habits({ refusesLayout: 'botAction' }), /Flat, or in/)).toContain('layout: flat');
  });

  it.each([
    ['some', 'Only without events.', 'taken'],
    ['none', 'Only with events.', 'refused'],
  ] as const)('refuses files with %s events', async (refusesEvents, said, bare) => {
    const t = await habits({ refusesEvents });
    expect(answer(t, /With events/)).toContain(said);
    expect(outcomes(t)['bare']).toBe(bare);
    expect(outcomes(t)['changed']).toBe('taken');
  });

  it.each(['with', 'without'] as const)('refuses files %s the companion keys', async (refusesCompanions) => {
    const t = await habits({ refusesCompanions });
    expect(answer(t, /companion keys/)).toMatch(/^Yes: /);
    expect(outcomes(t)['changed']).toBe('taken');
  });

  it.each([
    [['zip', 'json'], {}, 'zip as zip', 'XO_NEW_BOT_FILES=zip XO_ZIP_EXTENSION=zip'],
    [['json'], { zipIsJson: true }, 'zip as json', 'XO_NEW_BOT_FILES=zip XO_ZIP_EXTENSION=json'],
    [['json'], {}, 'separate files', 'XO_NEW_BOT_FILES=json'],
    [['csv'], {}, 'separate files', 'none'],
  ] as const)('takes uploads of %j, %j', async (extensions, habitsOf, way, setting) => {
    const t = await tried({ extensions, habits: habitsOf });
    expect(answer(t, /new app’s file sent/)).toContain(setting);
    expect(result(t, 'bare')).toMatchObject({ way, outcome: setting === 'none' ? 'refused' : 'taken' });
    expect(result(t, 'whole')?.way).toBe(setting === 'none' ? 'separate files' : way);
  });

  it.each([
    ['rename', 'It is there under another name (Fallback Task, Fallback Task 1)'],
    ['refuse', 'It is refused'],
    ['replace', 'It replaces the other one'],
    ['ignore', 'It is left out'],
  ] as const)('of two dialogs of one name: %s', async (sameName, said) => {
    expect(answer(await habits({ sameName }), /name of another one/)).toContain(said);
  });

  it.each([
    ['double', 'No: it made a second one'],
    ['ignore', 'No: the dialog says what it said before'],
    ['refuse', 'An incremental import is refused'],
  ] as const)('of the same refId: %s', async (sameRefId, said) => {
    expect(answer(await habits({ sameRefId }), /same refId/)).toContain(said);
  });

  it('keeps variables that a file leaves empty', async () => {
    expect(answer(await habits({ keepsVariables: true }), /empty variables/)).toContain('XO_EXISTING_VARIABLES=import');
  });

  it('leaves values in config.json out', async () => {
    const t = await habits({ ignoresValues: true });
    expect(answer(t, /config\.json/)).toContain('They do not');
    expect(answer(t, /config\.json/)).not.toContain('XO_VARIABLES');
    expect(answer(t, /empty variables/)).toBe('none');
  });

  it('forgets that a variable is secured', async () => {
    const said = answer(await habits({ forgetsSecured: true }), /config\.json/);
    expect(said).toContain('exported with its value, and is not secured any more');
    expect(said).not.toContain('XO_VARIABLES');
  });

  it('refuses isSecured, or the whole call', async () => {
    expect(answer(await habits({ refusesSecuredFlag: true }), /isSecured/)).toContain('XO_SECURED_FLAG=omit');
    await bench?.close();
    const t = await tried({}, { XO_BUILDER_CLIENT_ID: 'cs-admin', XO_BUILDER_CLIENT_SECRET: SECRETS.admin });
    expect(answer(t, /isSecured/)).toContain('XO_VARIABLES=skip');
  });

  it('refuses a zip into an app that exists', async () => {
    expect(answer(await tried(), /zip go into/)).toContain('XO_EXISTING_BOT_FILES=json');
  });

  it('names no app, no export, and statuses of its own', async () => {
    const t = await tried({
      failedStatus: 'import_failed',
      habits: { namesNoApp: true, namesNoExport: true, needsHash: false, refusesEvents: 'some' },
    });
    expect(outcomes(t)).toMatchObject({ bare: 'taken', events: 'refused', changed: 'taken' });
    expect(answer(t, /export’s status/)).toContain('XO_EXPORT_STATUS=query');
    expect(answer(t, /statuses/)).toContain('import_failed');
  });

  it('accepts plain tokens only', async () => {
    const t = await tried(
      {
        habits: { plainTokens: true },
        apps: [
          {
            kind: 'admin',
            clientId: 'cs-admin',
            clientSecret: SECRETS.admin,
            scopes: ['Bot Import', 'Bot Export', 'Role Management'],
          },
        ],
      },
      { XO_VARIABLES: 'skip' },
    );
    expect(answer(t, /claims/)).toContain('XO_TOKEN_CLAIMS=documented');
    expect(outcomes(t)['bare']).toBe('taken');
  });
});
