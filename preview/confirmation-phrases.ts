const list = (text: string): readonly string[] => text.split(',').map((phrase) => phrase.trim());

/** What the platform takes for a yes (documented, "Confirmation Nodes"): `<` is the beginning, `>` the end of what is said, `_` a space. */
export const YES_PHRASES: readonly string[] = list(`
  'kay, <i agree, <i am>, <i am certain>, <i am listening>, <i am pleased to>, <i am sure>, <i can believe
  it>, <i can believe that>, <i can see that>, <i can try>, <i consent, <i could not agree with you more, <i
  did>, <i do>, <i give consent, <i give my consent, <i guess so, <i have no objection, <i think so, <i
  totally agree, <i understand>, <i will drink to that, <o.k, <ok, <a'ight, <a'right, <absolutely, <accept>,
  <accepted>, <ack, <affirmative>, <agreed, <ah yes, <all right, <alright, <always>, <apparently>, <approved,
  <ay, <aye, <be my guest, <beyond a doubt>, <bring it on>, <but of course, <by all means, <can not argue with
  that, <certainly>, <completely, <confirmed, <constantly>, <continue, <correct>, <could be>, <could not have
  said it better, <da, <damn good, <damn straight, <definitely, <delighted, <do it>, <especially, <evidently>,
  <exactly, <extremely>, <fantastic>, <fine>, <for sure, <fortune smiles on that, <fully, <generally, <go
  ahead>, <go ahead with, <he does>, <he is>, <hell yeah, <highly likely>, <how true>, <i guess>, <in this
  case>, <indeed, <indefinitely, <indubitably>, <it does>, <it is>, <it is highly likely>, <it will be a
  pleasure to, <it will be my pleasure to, <it would be a pleasure, <let us try>, <make it so>, <makes sense,
  <most assuredly, <most certainly, <mostly>, <my pleasure>, <naturally>, <no doubt, <no objections>, <no
  problem>, <nod, <nods, <of course, <oh alright, <oh okay, <oh sure, <okey dokey, <one hundred percent, <only
  just>, <perfect>, <please do>, <positively, <precisely, <probably>, <right>, <right, <right brah, <right on,
  <righto, <righty-ho, <she does>, <she is>, <shure, <si, <so will you, <sounds wonderful, <supposedly, <sure,
  <sure thing, <surely, <that is alright, <that is correct, <that is good, <that is right, <thats great, yes,
  <thats great yes, <they are>, <they do>, <thumbs up, <totally, <true>, <two thumbs up, <uh-huh,
  <undoubtedly, <unquestionably, <very well, <very well indeed, <we can try>, <we did>, <we do>, <we should
  try>, <well maybe you are right, <well perhaps you are right, <whatever>, <will do>, <with pleasure,
  <without a doubt, <wonderful>, <yah, <yay, <yea, <yeah, <yeah definitely, <yeah sure, <yeh, <yep, <yeppers,
  <yes, <yes please, <yes really, <yip, <you are right, <you bet>, <you could say that>, <you may, <you may be
  right, <you may have a point, <yup, <yuppers, i would say so, y, d'accord, it_is_ok, its_ok, okay, okey,
  positive, right-o, touche, why_not, will_be_nice, ya, yo, you_bet_you, ys_
`);

/** What it takes for a no. That `yeah` is listed here too is the document’s own. */
export const NO_PHRASES: readonly string[] = list(`
  <i am afraid i disagree with you, <i am afraid i do not agree, <i am afraid not, <i am not sure i agree, <i
  am not sure that i, <i could not disagree more, <i disagree, <i do not>, <i do not agree, <i do not believe
  it>, <i do not believe so, <i do not believe you>, <i do not think so, <i do not want to>, <i dont think so,
  <i doubt it, <i just do not get it, <i refuse>, <i think not, <i will not>, <i would not>, <but no, <but of
  course not, <by no means, <come off it, <did not>, <disagree, <do not be absurd, <do not be ridiculous, <do
  not be silly, <do not be stupid, <does not seem likely>, <does not seem possible>, <doubtful, <false>, <fat
  chance, <fortune does not smile on that, <get out>, <get real, <hardly, <he does not>, <he is not>, <hell
  no, <horse hockey, <if you say so, <iie, <impossible, <improbable, <inconceivable>, <it does not>, <it is
  not>, <it is not possible, <it is unlikely>, <me thinks not, <most certainly not, <naaah, <naah, <nah, <naw,
  <nay, <neah, <negative, <neither, <neither of these, <never, <never>, <never mind>, <no, <no>, <no i am
  fine, <no i am good, <no i am ok, <no can do, <no chance>, <no thank you, <no thanks, <no way, <no way>,
  <none, <none of them, <none of these, <noo, <nope, <not a chance, <not a prayer>, <not a snowball 's chance
  in hell, <not any of them, <not at all, <not at all>, <not at the moment, <not by a long shot, <not by any
  means, <not especially, <not exactly, <not in a million years, <not likely>, <not many>, <not much>, <not on
  your life, <not particularly, <not really, <not so much>, <not sure, <not that i know of, <not to my
  knowledge>, <not to speak of, <not very often>, <nuts to you, <of course not, <oh come on, <on the
  contrary>, <rubbish, <seldom, <she does not>, <she is not>, <strange, <surely not, <that is impossible,
  <that is rubbish, <that is unbelievable, <there is no reason to think so, <they are not>, <they do not>,
  <thinks not, <uh-hu, <uh-uh, <uhuh, <unbelievable, <unfortunately not, <unlikely, <unlikely>, <we do not>,
  <yeah, <you are dead wrong, <you are having me on, <you are joking, <you are kidding, <you are not serious,
  <you are winding me up, <you can not be serious, <you have got that wrong, <you have got to be kidding, <you
  must be joking, <you must be kidding, n, do_not, instead, maybe_at_another_time, neither, no, not_ok,
  not_at_a_time, not_ever, not_now, nothing_
`);
