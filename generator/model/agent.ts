import type { AgentTexts, HandOver } from './hand-over';
import type { Button } from './model';
import type { Sentences } from './languages';
import type { Reader } from './reader';
import type { WrittenBot } from './written/bot';
import { ownValue } from '../../kore/own-value';

/** What people say to reach a person, where a spec has no words of its own. Other languages have the dialog's name. */
const SAYINGS: Readonly<Record<string, readonly string[]>> = {
  en: [
    'talk to a person',
    'I want to speak to a human',
    'connect me to an agent',
    'can I talk to someone',
    'get me customer service please',
    'speak with a real person',
    'transfer me to support',
    'I need help from a human',
  ],
  es: [
    'hablar con una persona',
    'quiero hablar con alguien',
    'páseme con un agente',
    'puedo hablar con una persona real',
    'necesito atención al cliente',
    'quiero que me atienda una persona',
    'transferirme con un agente',
    'necesito ayuda de una persona',
  ],
  de: [
    'mit einem Menschen sprechen',
    'ich möchte mit jemandem sprechen',
    'verbinden Sie mich mit einem Mitarbeiter',
    'kann ich mit einer Person reden',
    'ich brauche den Kundendienst',
    'mit einem echten Menschen reden',
    'bitte zum Support durchstellen',
    'ich brauche Hilfe von einem Menschen',
  ],
  fr: [
    'parler à une personne',
    'je veux parler à quelqu’un',
    'mettez-moi en relation avec un agent',
    'puis-je parler à un humain',
    'je voudrais le service client',
    'parler à une vraie personne',
    'transférez-moi à un conseiller',
    'j’ai besoin de l’aide d’une personne',
  ],
};

/** What the tool says of handing over, in `sentences:`. */
export const HAND_OVER_SENTENCES: ReadonlySet<string> = new Set<keyof Sentences>([
  'person',
  'personDescription',
  'handOver',
  'giveUpToPerson',
]);

/** When a bot hands over; undefined when nobody is there to take over. */
export function handOverOf({ agent }: WrittenBot): HandOver | undefined {
  if (agent === undefined || agent === false) return undefined;
  const { fallback = true, giveUp = true } = agent === true ? {} : agent;
  return { fallback, giveUp };
}

/** The words of the hand-over; undefined when nobody is there to take over. */
export function agentTexts(read: Reader, written: WrittenBot, language: string): AgentTexts | undefined {
  if (handOverOf(written) === undefined) return undefined;
  const own = typeof written.agent === 'object' ? written.agent : {};
  const { sentences } = read;
  const title = read.phrase(['agent', 'title'], own.title, sentences.person);
  const said = own.utterances?.map((text, i) => read.phrase(['agent', 'utterances', i], text)) ?? [];
  const known = ownValue(SAYINGS, language) ?? ownValue(SAYINGS, language.split('_')[0] ?? '') ?? [];
  const defaults = known.map((text) => read.phrase(['agent', 'utterances'], undefined, text));
  const [first = title, ...more] = said.length > 0 ? said : defaults;
  return {
    title,
    description: read.phrase(['agent', 'description'], own.description, sentences.personDescription),
    text: read.phrase(['agent', 'text'], own.text, sentences.handOver),
    utterances: [first, ...more],
    tests: [],
  };
}

/** The button that leads to a person. */
export const agentButton = ({ title }: AgentTexts): Button => ({
  title,
  agent: true,
  with: new Map(),
  where: title.where,
});

/** What an action says by itself: when it gives up, that somebody takes over, where somebody does. */
export const sentencesOf = (sentences: Sentences, handOver: HandOver | undefined): Sentences =>
  handOver?.giveUp === true ? { ...sentences, giveUp: sentences.giveUpToPerson } : sentences;
