import { ownValue } from '../../kore/own-value';

const english =
  'a about after again ago all already also am an and any anything are as asap at be been before being but buy by can could ' +
  'day days did do does done for from get give go got had has have hello help her here hey hi his how i if in into is it its ' +
  'just know late let like look looking lot many may me more much my need never no not now of off ok on or our out over please ' +
  'pls plz said search see sell send sent she show since so some something soon still tell than thank thanks that the their ' +
  'them then there these they thing things this those thx to today too under up us want wants was we week weeks were what ' +
  'when where which who why will with would yes yesterday yet you your im ive whats wheres dont didnt doesnt hasnt isnt thats ' +
  'bro btw dude lol mate maybe oh okay omg sir sorry tks uh um wtf';

const spanish =
  'a al algo algún alguna algunas alguno algunos ante antes aquel aquella aquí así aun ayer ayuda bien buenas buenos busco buscar ' +
  'cada como con cuál cuáles cuándo cuánto cuántos de del desde días día dime dónde e el él ella ellos en entre era es esa ' +
  'ese eso esta está estas este esto estos están favor fue gracias ha hace haber hasta hay he hola hoy la las le les lo los más me mi ' +
  'mis mucho muchos muy nada ni no nos o os para pero pido por porque puede puedo pues que qué quería querría quiero quién sabe sale se ' +
  'sea ser si sí sin sobre son soy su sus también te tengo tiene tienen tienes todo todos tu un una unas uno unos usted ustedes va ' +
  'ver vende venden veo voy y ya yo oye perdón porfa porfavor porfi quizá quizás xfa xfavor';

const german =
  'ab aber alle als am an auch auf aus bei bin bis bitte brauche da danke das dass dein dem den der des dich die dies diese ' +
  'dieser dieses dir doch du ein eine einem einen einer eines er es etwas euch für gestern gibt habe haben habt hallo hat heute hier ' +
  'hilfe ich ihr im in ist ja kann kaufe kaufen kein keine können man mehr mein meine meinem meinen meiner mich mir mit möchte nach ' +
  'nicht noch nur ob oder schon sehr sein seit sie sind so suche suchen tage über um und uns vom von vor wann war warum was ' +
  'welche wer wie will wir wird wo zu zum zur';

const french =
  'à ai ainsi après au aucun aussi aux avant avec avez avoir avons bonjour ça ce ces cet cette chez combien comme comment dans de ' +
  'depuis des deux du elle en encore es est et être eu fait hier ici il ils je jour jours la le les leur lui ma mais me merci ' +
  'mes moi mon ne nos notre nous on ou où par pas peu peux plaît plus pour pourquoi puis quand que quel quelle quelles quels qui ' +
  'quoi recherche sa sans se ses si son sont sur svp ta te tes toi ton tous tout très tu un une va vend vendez veux voici voir ' +
  'vos votre voudrais vous y';

const byLanguage: Readonly<Record<string, string>> = { en: english, es: spanish, de: german, fr: french };

const unaccented = (word: string): string => word.normalize('NFD').replace(/\p{M}/gu, '');

/**
 * The words of a language that say nothing about what is meant: articles, pronouns, prepositions, courtesies, and what
 * one asks with. With and without accents. Empty for a language that the tool does not know.
 */
export function functionWords(language: string): readonly string[] {
  const known = ownValue(byLanguage, language) ?? ownValue(byLanguage, language.split('_')[0] ?? '') ?? '';
  const words = known.split(' ').filter((word) => word !== '');
  return [...new Set(words.flatMap((word) => [word, unaccented(word)]))];
}
