import type { Locale, Phrase } from '../../model/model';
import type { Resolver } from './scope';

/** Where a message is shown: `rtm` is the web chat, `default` every other channel and what is read aloud. */
export type Channel = 'rtm' | 'default';

/** What a look needs to know besides the reply. */
export interface Setting {
  readonly locale: Locale;
  readonly find: Resolver;
  readonly more: More | undefined;
}

/** The button for the next page: its title, and the utterance that asks for that page. */
export interface More {
  readonly title: Phrase;
  readonly sentence: Phrase;
}
