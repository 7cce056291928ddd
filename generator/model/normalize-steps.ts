import type { LookUp } from './model';
import { conditionOf, words } from './normalize-input';
import { defined } from './normalize-reply';
import { normalizeRequest } from './normalize-request';
import { normalizeResponse } from './normalize-response';
import type { Reader } from './reader';
import type { WrittenAction } from './written/action';

/** What an action looks up before its request, in the order in which it is written. */
export const normalizeSteps = (read: Reader, { steps = {} }: WrittenAction): readonly LookUp[] =>
  Object.entries(steps).map(([name, written]) => {
    const at = ['steps', name];
    const { choose, none, response, request, when } = written;
    return defined({
      name,
      when: conditionOf(read, [...at, 'when'], when),
      request: normalizeRequest(read, request, [...at, 'request']),
      response: normalizeResponse(read, response, [], [...at, 'response']),
      choose: choose && {
        prompt: read.phrase([...at, 'choose', 'prompt'], choose.prompt),
        title: read.phrase([...at, 'choose', 'title'], choose.title),
      },
      none: read.phrase([...at, 'none'], none),
      giveUp: read.phrase(at, undefined, read.sentences.giveUp.replace('${label}', words(name))),
      where: read.where(at),
    });
  });
