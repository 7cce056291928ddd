import { sayIn } from './inferred';
import type { Play } from './play';
import type { SentMessage } from './turn';

/** One thing to choose: what is shown, and what choosing it says. */
export interface Choosable {
  readonly title: string;
  readonly say: string;
}

/**
 * Says something in the player's own words; on the platform it is a standard response, whose wording belongs to the
 * account. Things to choose from are listed in the text and are quick replies on the web.
 */
export function sayOwn(
  play: Play,
  what: keyof ReturnType<typeof sayIn>,
  choices: readonly Choosable[] = [],
  place: Pick<SentMessage, 'nodeId' | 'dialog'> = { nodeId: '', dialog: '' },
): void {
  const text = sayIn(play.language)[what];
  const listed = [text, ...choices.map(({ title }) => `- ${title}`)].join('\n');
  const quick_replies = choices.map(({ title, say }) => ({ content_type: 'text', title, payload: say }));
  const payload = { template_type: 'quick_replies', text, quick_replies };
  play.turn.messages.push({
    default: { text: listed },
    rtm: choices.length === 0 ? { text } : { text, template: { type: 'template', payload } },
    own: true,
    ...place,
  });
}
