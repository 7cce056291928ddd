import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { diffBots } from '../../../kore/diff/diff-bots';
import { isEmpty } from '../../../kore/diff/diff';
import { asIncrementalImport } from '../../../kore/diff/incremental';
import { renderHuman } from '../../../kore/diff/render-human';
import { diffJson } from '../../../kore/diff/render-json';
import { renderMarkdown } from '../../../kore/diff/render-markdown';
import { redact } from '../../../kore/diff/secrets';
import type { KoreBot } from '../../../kore/format';
import { component, edited, readBot } from './bots';

let bot: KoreBot;
beforeAll(async () => {
  bot = await readBot();
});

const withPrompt = (text: string) =>
  edited(bot, (d) => {
    const [entry] = component(d, 'OrderId').message ?? [];
    if (entry?.localeData['en']) entry.localeData['en'].text = encodeURIComponent(text);
  });

describe('the human form', () => {
  it('marks words in brackets without colour and has no escape codes', () => {
    const text = renderHuman(diffBots(bot, withPrompt('Which invoice number?')), { color: false });
    expect(text).toContain('prompt (en): Which [-order-]{+invoice+} number?');
    expect(text).not.toContain('\u001b');
  });

  it('uses colour instead of brackets when told to', () => {
    const text = renderHuman(diffBots(bot, withPrompt('Which invoice number?')), { color: true });
    expect(text).toContain('\u001b[32minvoice');
    expect(text).not.toContain('{+');
  });

  it('does not let a text of the bot drive the terminal', () => {
    const text = renderHuman(diffBots(bot, withPrompt('a\u001b[2Jb\u202ec')), { color: false });
    expect(text).not.toMatch(/\u001b|\u202e/);
  });
});

describe('the markdown form', () => {
  it('puts changed texts on a removed and an added line of a diff block', () => {
    const text = renderMarkdown(diffBots(bot, withPrompt('Which invoice number?')));
    expect(text).toContain('```diff');
    expect(text).toMatch(/^- +prompt \(en\): Which order number\?$/m);
    expect(text).toMatch(/^\+ +prompt \(en\): Which invoice number\?$/m);
  });

  it('cannot be broken out of by the texts it shows', () => {
    const text = renderMarkdown(diffBots(bot, withPrompt('```\n</details><script>x</script>')));
    expect(text).toContain('````diff');
    const renamed = edited(bot, (d) => {
      const [dialog] = d.dialogs;
      if (dialog) dialog.localeData = { en: { name: '<img src=x> @team', shortDesc: '' } };
    });
    const heading = renderMarkdown(diffBots(bot, renamed)).split('```')[0] ?? '';
    expect(heading).not.toMatch(/<img|@team/);
  });

  it('stays within what a comment can hold', () => {
    const many = edited(bot, (d) => {
      const [dialog] = d.dialogs;
      if (dialog === undefined) return;
      d.dialogs = Array.from({ length: 40 }, (_, i) => ({
        ...structuredClone(dialog),
        refId: `r${i}`,
        localeData: { en: { name: `D${i} ${'x'.repeat(3000)}`, shortDesc: '' } },
      }));
    });
    expect(renderMarkdown(diffBots(bot, many)).length).toBeLessThan(65_536);
  });
});

describe('the JSON form', () => {
  it('is one document that says whether anything differs', () => {
    expect(diffJson(diffBots(bot, bot))).toMatchObject({ same: true, dialogs: [] });
    expect(diffJson(diffBots(bot, withPrompt('x')))).toMatchObject({ same: false });
  });
});

describe('what an incremental import makes of it', () => {
  it('keeps dialogs, variables and, when appending, sentences that the files do not have', () => {
    const less = edited(bot, (d) => d.sentences.splice(0, 1));
    const diff = diffBots(bot, less);
    expect(asIncrementalImport(diff, { utterances: 'append' }).dialogs[0]?.utterances[0]?.kind).toBe('kept');
    expect(asIncrementalImport(diff, { utterances: 'replace' }).dialogs[0]?.utterances[0]?.kind).toBe('removed');
    expect(isEmpty(asIncrementalImport(diff, { utterances: 'append' }))).toBe(true);
    expect(isEmpty(asIncrementalImport(diff, { utterances: 'replace' }))).toBe(false);
    const gone = asIncrementalImport(
      diffBots(
        bot,
        edited(bot, (d) => (d.dialogs = [])),
      ),
      { utterances: 'replace' },
    );
    expect(gone.dialogs.map((d) => d.kind)).toEqual(['kept']);
  });
});

describe('masking', () => {
  const secrets = [
    'shpat_0123456789abcdef0123456789abcdef',
    'eyJhbGciOiJIUzI1NiJ9.eyJhcHBJZCI6IngifQ.sig-nature_1',
    'Odmu1w3u4CJyyWfHyajzynShxDLbC4WVVAu12345=',
    'AKIAIOSFODNN7EXAMPLE',
  ];
  it.each(secrets)('hides %s wherever it stands', (secret) => {
    expect(redact(`var t = "${secret}";`)).not.toContain(secret);
    expect(redact(`Bearer ${secret}`)).not.toContain(secret);
  });

  it('hides what follows a telling name and keeps templates and prose', () => {
    expect(redact('https://u:hunter2@h/x?access_token=abcdef')).not.toMatch(/hunter2|abcdef/);
    expect(redact("password = 'hunter2hunter2'")).not.toContain('hunter2');
    const plain =
      'Bearer {{env.SHOPIFY_TOKEN}} and basic information about orders, refId 8289efad-9585-5ca1-ab64-ad2a65c1f979';
    expect(redact(plain)).toBe(plain);
  });

  it('leaves the scripts of built bots as they are', () => {
    const scripts = join(__dirname, '..', '..', '..', 'templates', 'scripts');
    for (const name of readdirSync(scripts).filter((file) => file.endsWith('.hbs'))) {
      const script = readFileSync(join(scripts, name), 'utf8');
      expect(redact(script)).toBe(script);
    }
    expect(redact('state.token = "hunter2hunter2";')).not.toContain('hunter2');
    expect(redact('verify_token = "opensesame";')).not.toContain('opensesame');
  });
});
