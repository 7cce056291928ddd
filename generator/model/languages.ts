import type { Sentences } from './sentences';

export type { Sentences } from './sentences';

/** How a language writes dates and amounts. Kept here, not asked of the run time, so that a build never depends on it. */
export interface LanguageStyle {
  readonly months: readonly string[];
  /** D, M and Y stand for day, month name and year. */
  readonly date: string;
  readonly decimal: string;
  readonly group: string;
  /** ¤ stands for the currency's symbol, # for the number. */
  readonly money: string;
  readonly sentences: Sentences;
}

const english: LanguageStyle = {
  months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  date: 'M D, Y',
  decimal: '.',
  group: ',',
  money: '¤#',
  sentences: {
    youCanSay: 'You can say:',
    goOn: 'Shall I go on with this?',
    giveUp: 'I could not get that, so I stop here. You can start again at any time.',
    needsInput: 'I cannot use that as the ${label}.',
    several: 'I see ${choices}. Which one do you mean?',
    next: 'What would you like to do next?',
    more: 'Show more',
    noneYet: 'I looked through ${count} and can show none of them. Shall I look further?',
    others: '…and ${count} more.',
    noMore: 'That was all that I can show.',
    reprompt: 'I need the ${label}, for example ${example}.',
    wayOut: 'Or say “${sentence}”.',
    menu: 'Main menu',
    menuDescription: 'Shows what this assistant can do: when someone asks for help, for the menu, or how to begin.',
    refused: 'That was refused.',
    nothing: 'I found nothing like that, so nothing was changed.',
    yes: 'Yes',
    no: 'No',
    change: 'Change ${label}',
    declined: 'All right, nothing was sent.',
    unsure: 'I sent it but got no answer, so I do not know whether it happened. Please check before you ask again.',
    sentBefore: 'I sent this a short while ago, so it may have happened already.',
    sendAgain: 'Shall I send it again?',
    person: 'Talk to a person',
    personDescription: 'Hands over to a person: when someone asks for a human, an agent or customer service.',
    handOver: 'I will connect you with a colleague. One moment, please.',
    giveUpToPerson: 'I could not get that.',
    viewInStore: 'View in store',
    whenSomeoneSays: 'When someone says something like:',
  },
};

const styles: Readonly<Record<string, LanguageStyle>> = {
  en: english,
  es: {
    months: 'ene feb mar abr may jun jul ago sep oct nov dic'.split(' '),
    date: 'D M Y',
    decimal: ',',
    group: '.',
    money: '# ¤',
    sentences: {
      youCanSay: 'Puede decir:',
      goOn: '¿Sigo con esto?',
      giveUp: 'No he podido obtener ese dato, así que lo dejo aquí. Puede volver a empezar cuando quiera.',
      needsInput: 'No puedo usar eso (${label}).',
      several: 'Veo ${choices}. ¿A cuál se refiere?',
      next: '¿Qué desea hacer ahora?',
      more: 'Ver más',
      noneYet: 'He mirado ${count} y no puedo mostrar ninguno. ¿Sigo buscando?',
      others: '…y ${count} más.',
      noMore: 'No puedo mostrar más.',
      reprompt: 'Necesito este dato: ${label}. Por ejemplo, ${example}.',
      wayOut: 'O diga «${sentence}».',
      menu: 'Menú principal',
      menuDescription: 'Muestra lo que puede hacer este asistente: cuando alguien pide ayuda, el menú o cómo empezar.',
      refused: 'Se ha rechazado.',
      nothing: 'No he encontrado nada así; no se ha cambiado nada.',
      yes: 'Sí',
      no: 'No',
      change: 'Cambiar ${label}',
      declined: 'De acuerdo, no se ha enviado nada.',
      unsure:
        'Lo he enviado pero no he recibido respuesta, así que no sé si se ha hecho. Compruébelo antes de volver a pedirlo.',
      sentBefore: 'Lo envié hace poco, así que puede que ya se haya hecho.',
      sendAgain: '¿Lo envío otra vez?',
      person: 'Hablar con alguien',
      personDescription: 'Pasa a una persona: cuando alguien pide hablar con un agente o con atención al cliente.',
      handOver: 'Le paso con una persona del equipo. Un momento, por favor.',
      giveUpToPerson: 'No he podido obtener ese dato.',
      viewInStore: 'Ver en la tienda',
      whenSomeoneSays: 'Cuando alguien dice algo como:',
    },
  },
  de: {
    months: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' '),
    date: 'D. M Y',
    decimal: ',',
    group: '.',
    money: '# ¤',
    sentences: {
      youCanSay: 'Sie können sagen:',
      goOn: 'Soll ich hiermit weitermachen?',
      giveUp: 'Ich habe keine passende Angabe bekommen und höre hier auf. Sie können jederzeit neu beginnen.',
      needsInput: 'Das kann ich nicht verwenden (${label}).',
      several: 'Ich sehe ${choices}. Welches davon meinen Sie?',
      next: 'Was möchten Sie als Nächstes tun?',
      more: 'Mehr anzeigen',
      noneYet: 'Ich habe ${count} durchgesehen und kann keines davon zeigen. Soll ich weitersuchen?',
      others: '…und ${count} weitere.',
      noMore: 'Mehr kann ich nicht zeigen.',
      reprompt: 'Ich brauche diese Angabe: ${label}. Zum Beispiel ${example}.',
      wayOut: 'Oder sagen Sie „${sentence}“.',
      menu: 'Hauptmenü',
      menuDescription: 'Zeigt, was dieser Assistent kann: wenn jemand nach Hilfe, dem Menü oder dem Anfang fragt.',
      refused: 'Das wurde abgelehnt.',
      nothing: 'Ich habe nichts dergleichen gefunden; es wurde nichts geändert.',
      yes: 'Ja',
      no: 'Nein',
      change: '${label} ändern',
      declined: 'Gut, es wurde nichts gesendet.',
      unsure:
        'Ich habe es gesendet, aber keine Antwort bekommen und weiß nicht, ob es geschehen ist. Bitte sehen Sie nach, bevor Sie es noch einmal verlangen.',
      sentBefore: 'Das habe ich vor Kurzem gesendet; es kann also schon geschehen sein.',
      sendAgain: 'Soll ich es noch einmal senden?',
      person: 'Mitarbeiter sprechen',
      personDescription: 'Gibt an einen Menschen weiter: wenn jemand einen Mitarbeiter oder den Kundendienst verlangt.',
      handOver: 'Ich verbinde Sie mit jemandem aus dem Team. Einen Moment, bitte.',
      giveUpToPerson: 'Ich habe keine passende Angabe bekommen.',
      viewInStore: 'Im Shop ansehen',
      whenSomeoneSays: 'Wenn jemand etwas sagt wie:',
    },
  },
  fr: {
    months: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    date: 'D M Y',
    decimal: ',',
    group: ' ',
    money: '# ¤',
    sentences: {
      youCanSay: 'Vous pouvez dire :',
      goOn: 'Je continue avec ceci ?',
      giveUp: 'Je n’ai pas obtenu cette information, je m’arrête donc ici. Vous pouvez recommencer à tout moment.',
      needsInput: 'Je ne peux pas utiliser cela (${label}).',
      several: 'Je vois ${choices}. De quoi s’agit-il ?',
      next: 'Que souhaitez-vous faire ensuite ?',
      more: 'Voir plus',
      noneYet: 'J’en ai parcouru ${count} et ne peux en montrer aucun. Dois-je continuer ?',
      others: '…et ${count} de plus.',
      noMore: 'Je ne peux pas en montrer d’autres.',
      reprompt: 'J’ai besoin de cette information : ${label}. Par exemple, ${example}.',
      wayOut: 'Ou dites « ${sentence} ».',
      menu: 'Menu principal',
      menuDescription:
        'Montre ce que cet assistant sait faire : quand quelqu’un demande de l’aide, le menu ou par où commencer.',
      refused: 'Cela a été refusé.',
      nothing: 'Je n’ai rien trouvé de tel ; rien n’a été changé.',
      yes: 'Oui',
      no: 'Non',
      change: 'Changer : ${label}',
      declined: 'D’accord, rien n’a été envoyé.',
      unsure:
        'Je l’ai envoyé mais je n’ai reçu aucune réponse ; je ne sais donc pas si c’est fait. Vérifiez avant de le redemander.',
      sentBefore: 'Je l’ai envoyé il y a peu ; c’est donc peut-être déjà fait.',
      sendAgain: 'Dois-je l’envoyer à nouveau ?',
      person: 'Parler à quelqu’un',
      personDescription: 'Passe à une personne : quand quelqu’un demande un agent ou le service client.',
      handOver: 'Je vous mets en relation avec un collègue. Un instant, s’il vous plaît.',
      giveUpToPerson: 'Je n’ai pas obtenu cette information.',
      viewInStore: 'Voir en boutique',
      whenSomeoneSays: 'Quand quelqu’un dit quelque chose comme :',
    },
  },
};

/** What a bot or a translation says in the tool's place: some of the sentences and of how dates and amounts are written. */
export type OwnStyle = Partial<Omit<LanguageStyle, 'sentences'> & Sentences>;

const knownStyle = (language: string): LanguageStyle | undefined =>
  ownIn(styles, language) ?? ownIn(styles, language.split('_')[0] ?? '');

/** A language may be called `constructor`, as every object's own is. */
const ownIn = <T>(known: Readonly<Record<string, T>>, language: string): T | undefined =>
  Object.hasOwn(known, language) ? known[language] : undefined;

/** Sentences that an unknown language can do without. */
const wordless = { several: '${choices}?', noneYet: '0 / ${count}', noMore: '–', others: '+${count}', wayOut: '' };

const unknownStyle: LanguageStyle = { ...english, months: [], sentences: { ...english.sentences, ...wordless } };

const OPTIONAL: readonly string[] = Object.keys(wordless);

/**
 * How a language such as `en` or `pt_br` is written: as the tool knows it, with what is written in its place. A language
 * that nobody knows has English sentences and dates such as 2026-11-03; `missingOf` says of which.
 */
export function styleOf(language: string, own: OwnStyle = {}): LanguageStyle {
  const { sentences, ...style } = knownStyle(language) ?? unknownStyle;
  const taken = <T extends object>(known: T): T => {
    const keys = Object.keys(known).filter((key) => Object.hasOwn(own, key));
    return { ...known, ...Object.fromEntries(keys.map((key) => [key, own[key as keyof OwnStyle]])) };
  };
  return { ...taken(style), sentences: taken(sentences) };
}

/** Everything that a language can say in the tool's place. */
export const styleKeys: readonly string[] = [
  ...Object.keys(english.sentences),
  ...Object.keys(english).filter((key) => key !== 'sentences'),
];

/** What is missing where the tool does not know a language. */
export const missingOf = (language: string, own: OwnStyle): readonly string[] =>
  knownStyle(language) ? [] : styleKeys.filter((key) => !OPTIONAL.includes(key) && !Object.hasOwn(own, key));

interface Answer {
  readonly title: string;
  readonly synonyms: readonly string[];
}

const answers: Readonly<Record<string, readonly [Answer, Answer]>> = {
  en: [
    { title: 'Yes', synonyms: ['yes please', 'yeah', 'sure', 'of course'] },
    { title: 'No', synonyms: ['no thanks', 'nope', 'not really'] },
  ],
  es: [
    { title: 'Sí', synonyms: ['si', 'claro', 'por supuesto'] },
    { title: 'No', synonyms: ['no gracias'] },
  ],
  de: [
    { title: 'Ja', synonyms: ['ja bitte', 'klar', 'natürlich'] },
    { title: 'Nein', synonyms: ['nein danke'] },
  ],
  fr: [
    { title: 'Oui', synonyms: ['oui merci', 'bien sûr'] },
    { title: 'Non', synonyms: ['non merci'] },
  ],
};

/** What yes and no are in a language, with other words for them; in English where the tool does not speak it. */
export const yesAndNo = (language: string): readonly [Answer, Answer] =>
  ownIn(answers, language) ?? ownIn(answers, language.slice(0, 2)) ?? (answers['en'] as readonly [Answer, Answer]);
