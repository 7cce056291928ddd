import { lookCompilers } from '../../generator/compile/messages/looks';
import type { Channel, More } from '../../generator/compile/messages/setting';
import { answeredScope, resolver } from '../../generator/compile/messages/scope';
import { oneAction, shown } from './small';

export const FIELDS = `{ fields: { id: id, name: name, page: page | url,
  things: { each: things, fields: { n: n, m: m, page: page | url } } } }`;

/** What a look of the found reply makes on a channel. */
export function looked(found: string, channel: Channel, more?: More, bot = {}) {
  const [made, action] = oneAction(
    {
      utterances: '[get me the thing, "show more of ${word}"]',
      inputs: '{ word: { prompt: Which? } }',
      response: FIELDS,
      reply: `{ found: ${found}, empty: Nothing. }`,
    },
    bot,
  );
  const find = resolver(answeredScope(made, action));
  const { template, view } = lookCompilers[action.found.look](
    action.found,
    { locale: made.locales[0], find, more },
    channel,
  );
  return { template, view: shown(view) as Readonly<Record<string, unknown>>, used: [...find.used] };
}
