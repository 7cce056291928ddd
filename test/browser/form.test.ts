import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startWeb } from '../../preview/web/start-web';
import type { RunningWeb } from '../../preview/web/start-web';
import { buildBot, say } from '../preview/build-bot';
import { launch } from './chromium';
import { openStage } from './stage';

const field = (componentKey: string, displayName: string, more: object = {}) => ({
  componentKey,
  displayName,
  type: 'textInput',
  ...more,
});

function signUpBot(): string {
  const size = field('si"ze', 'Size', { type: 'dropdown', options: [{ label: 'Large', value: 'l' }] });
  const { definition, config } = buildBot({
    forms: [
      {
        refId: 'form-1',
        name: 'signUp',
        components: [field('fullName', 'Your <b>name</b>', { validation: { required: true } }), size],
      },
    ],
    dialogs: [
      {
        name: 'Join',
        nodes: [
          { id: 'f', type: 'form', to: 'm', with: { resourceId: 'form-1', message: [say('Please fill in.')] } },
          { id: 'm', type: 'message', with: { message: [say('Thanks, {{context.forms.signUp.fullName}}.')] } },
        ],
      },
    ],
    events: { ON_CONNECT_EVENT: { msg: [say('Hello')] } },
  });
  const folder = join(mkdtempSync(join(tmpdir(), 'form-')), 'export');
  mkdirSync(folder);
  writeFileSync(join(folder, 'botDefinition.json'), JSON.stringify(definition));
  writeFileSync(join(folder, 'config.json'), JSON.stringify(config));
  return folder;
}

let browser: Browser;
let web: RunningWeb;

beforeAll(async () => {
  [browser, web] = await Promise.all([launch(), startWeb({ root: process.cwd(), file: signUpBot(), port: 0 })]);
});

afterAll(async () => {
  await browser?.close();
  await web?.close();
});

describe('a digital form', () => {
  it('is filled in below the chat, and sent as one answer that the chat shows in words', async () => {
    const stage = await openStage(browser, web.url, { width: 390, height: 844 });
    const form = stage.page.locator('#form');
    expect(await form.isHidden()).toBe(true);
    await stage.say('Join');
    await form.getByLabel('Your <b>name</b> (required)').fill('Ada & Bo');
    await form.getByLabel('Size').selectOption({ label: 'Large' });
    await stage.shot('form');
    await form.getByRole('button', { name: 'Send' }).click();
    await stage.sees('Thanks, Ada & Bo.');
    expect(await form.isHidden()).toBe(true);
    const said = stage.chat.locator('.fromCurrentUser').last();
    expect(await said.innerText()).toContain('Size: Large');
    expect([...stage.complaints, ...stage.outside]).toEqual([]);
    await stage.close();
  });

  it('is sent once, however often the button is pressed', async () => {
    const stage = await openStage(browser, web.url, { width: 390, height: 844 });
    await stage.say('Join');
    const form = stage.page.locator('#form');
    await form.getByLabel('Your <b>name</b> (required)').fill('Ada');
    await form.evaluate((one: HTMLFormElement) => {
      for (let i = 0; i < 3; i += 1) one.requestSubmit();
    });
    await stage.sees('Thanks, Ada.');
    await stage.say('Join');
    expect(await stage.chat.locator('.fromCurrentUser').filter({ hasText: 'Size:' }).count()).toBe(1);
    await stage.close();
  });
});
