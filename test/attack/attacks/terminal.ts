import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PROJECT } from '../../build/specs';
import { project, run } from '../../faults/project';
import { buildBot, say } from '../../preview/build-bot';
import { held, type Attack, type Surface } from '../attack';

/** What makes a terminal do something else than show a sign. */
const ORDERS: readonly (readonly [string, string])[] = [
  ['the title of the window', '\u001b]0;pwned\u0007'],
  ['the clipboard', '\u001b]52;c;cHduZWQ=\u0007'],
  ['the whole screen', '\u001b[2J\u001b[H'],
  ['an answer typed by the terminal', '\u001b[6n\u001b[c'],
  ['a link', '\u001b]8;;https://evil.example\u0007x\u001b]8;;\u0007'],
  ['eight bits', '\u009b2J\u009d0;x\u009c'],
  ['the line before', 'safe\rpwned\b\b'],
  ['the reading direction', '\u202egnp.exe\u2066x'],
];
const OBEYED = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;

function chatWith(file: string): Promise<string> {
  const env = { PATH: process.env['PATH'], NO_COLOR: '1' };
  const child = spawn(process.execPath, [join(PROJECT, 'lib', 'cli', 'main.js'), 'chat', file], { env });
  let out = '';
  for (const stream of [child.stdout, child.stderr]) stream.setEncoding('utf8').on('data', (t: string) => (out += t));
  child.stdin.end('attack\n1\n/quit\n');
  return new Promise((resolve) => child.on('close', () => resolve(out)));
}

/** A bot that says an order in every text that it has. */
function exportSaying(folder: string, order: string): string {
  const list = {
    template_type: 'list',
    text: order,
    elements: [{ title: order, subtitle: order, buttons: [{ type: 'postback', title: order, payload: order }] }],
  };
  const script = `print(${JSON.stringify(JSON.stringify({ type: 'template', payload: list }))});`;
  const { definition, config } = buildBot({
    dialogs: [
      {
        name: `Evil ${order}`,
        says: ['attack'],
        nodes: [
          { id: 'text', type: 'message', name: `text ${order}`, to: 'list', with: { message: [say(order)] } },
          { id: 'list', type: 'message', name: 'list', with: { message: [say(script, 'default', 'uxmap')] } },
        ],
      },
    ],
  });
  writeFileSync(join(folder, 'botDefinition.json'), JSON.stringify(definition));
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, name: order }));
  return folder;
}

/** Texts of strangers that reach a terminal. */
export const terminal: Surface = {
  name: 'terminals',
  open: () => {
    const folder = mkdtempSync(join(tmpdir(), 'attack-'));
    const root = project();
    const plain = (out: string) => held(!OBEYED.test(out), () => `it prints ${JSON.stringify(OBEYED.exec(out)?.[0])}`);
    const attacks = ORDERS.flatMap(([what, order]): readonly Attack[] => [
      {
        what: `chat: ${what}`,
        play: async () => {
          const out = await chatWith(exportSaying(folder, order));
          held(out.includes('�'), () => `the bot said nothing: ${out}`);
          plain(out);
        },
      },
      {
        what: `a finding: ${what}`,
        play: async () => {
          writeFileSync(join(root, 'specs', 'parcels', 'find-points.yaml'), `${JSON.stringify(order)}: 1\ntitle: x\n`);
          const { out, err } = await run(root, { env: { NO_COLOR: '1' } });
          held(/error/.test(err), () => `nothing is said: ${out} ${err}`);
          plain(out + err);
        },
      },
    ]);
    const close = () => {
      for (const path of [folder, root]) rmSync(path, { recursive: true, force: true });
      return Promise.resolve();
    };
    return Promise.resolve({ attacks, close });
  },
};
