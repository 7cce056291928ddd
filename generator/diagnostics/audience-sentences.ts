import { eitherOf } from './suggest';

/** Sentences about who may see what, for `messages`. */
export const audienceSentences = {
  'personal-without-owner': () =>
    'With audience shopper, an action that reads customers or orders needs response.owner: the path of the e-mail address that the answer belongs to.',
  'owner-of-one': (owner: string) =>
    `The owner is taken from one thing of a list ("${owner}"), and says nothing of the others that are shown here. Show of this one thing alone, or name in response.at what belongs to one person.`,
  'open-to-anyone': (writes: boolean, identity: readonly string[]) =>
    `With audience shopper, everybody could have this ${writes ? 'done' : 'answered'}. ${writes ? 'Look up first what it is about, in a step with response.owner, and send a value that it finds' : 'Name response.owner (the path of the e-mail address that it belongs to)'}, take the person from the session (${eitherOf(identity.map((name) => `value: \${session.${name}}`))}; "identity" in bot.yaml names other values that say who is signed in), or write "public: true".`,
};
