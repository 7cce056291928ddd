import type { SpecFolder } from '../../generator/source/read';

export type Lines = Readonly<Record<string, string>>;

export const BOT = `name: Small
description: A small bot.
service: { host: api.example.com }
replies: { sign-in: S., unauthorized: N., forbidden: N., throttled: Busy., unavailable: A., invalid: W., task-failure: F. }
welcome: { text: Hello. }
fallback: { texts: [What?] }
`;

export const folderOf = (files: Lines): SpecFolder => ({
  id: 'small',
  path: 'specs/small',
  yaml: Object.entries(files).map(([name, text]) => ({ name, path: `specs/small/${name}`, text })),
  transcripts: [],
  files: [],
  bytes: () => undefined,
});

export const CHAT = 'specs/small/get-order.chat';
