import type { Action, Bot } from '../../generator/model/model';
import { botOf } from './specs';

const BOT = `
name: Desk
description: Knows invoices.
audience: shopper
service: { host: desk.example.com, graphql: { path: '/\${version}', version: '1', schema: schema } }
credentials: { accessToken: { variable: TOKEN } }
variables: { TOKEN: { hint: A token., secret: true } }
replies: { sign-in: a, unauthorized: b, forbidden: c, throttled: d, unavailable: e, invalid: f, task-failure: g }
welcome: { text: Hello! }
fallback: { texts: [What?] }
`;

const ACTION = `
title: Invoices
description: Shows invoices.
utterances: [show invoices]
reply: { found: 'No \${no}', empty: Nothing., refused: 'No: \${reason}' }
`;

/** A bot for shoppers of one action, which has these keys beside its words. */
export function botWith(written: string, audience = 'shopper'): { readonly bot: Bot; readonly action: Action } {
  const texts = {
    'bot.yaml': BOT.replace('audience: shopper', `audience: ${audience}`),
    'invoices.yaml': ACTION + written,
  };
  const yaml = Object.entries(texts).map(([name, text]) => ({ name, path: `specs/desk/${name}`, text }));
  const bot = botOf({ id: 'desk', path: 'specs/desk', yaml, transcripts: [], files: [], bytes: () => undefined });
  const [action] = bot.actions;
  if (!action) throw new Error('there is no action');
  return { bot, action };
}

/** A query with these fields, and values for who is signed in and for anybody. */
export const queryOf = (fields: string) => `{ graphql: 'query Q($me: String, $any: String) { ${fields} }',
  variables: { me: '\${session.verifiedEmail}', any: x } }`;

/** An answer that shows one value. */
export const SHOWN = "{ at: '.', fields: { no: no } }";
