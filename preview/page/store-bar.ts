/// <reference lib="dom" />
import type { FaultName, TabView } from '../web/protocol';
import { byId, element, fillSelect } from './dom';
import type { Server } from './server';

const FAULT_NAMES: Readonly<Record<FaultName, readonly [name: string, says: string]>> = {
  none: ['Works', 'The store answers as it should'],
  throttled: ['Throttled', 'The store says it is asked too often'],
  unauthorized: ['401', 'The access token is not valid'],
  scope: ['Missing scope', 'The access token opens nothing'],
  unavailable: ['503', 'The store is down'],
  slow: ['Slow', 'The store answers late'],
};

const MODE_NAMES: Readonly<Record<string, string>> = {
  accessToken: 'Access token',
  clientCredentials: 'Client credentials',
  integration: 'Integration (experimental)',
  userProfile: 'User profile (experimental)',
  none: 'None',
};

/** How the store behaves, and how the bot gets at it. */
export function setUpStoreBar(server: Server, { fault, mode, modes }: TabView, say: (text: string) => void): void {
  const holder = byId('faults', HTMLElement);
  const choices = Object.entries(FAULT_NAMES).map(([id, [name, says]]) => {
    const input = element('input', { attributes: { type: 'radio', name: 'fault', value: id } });
    input.checked = id === fault;
    input.addEventListener('change', () => {
      server.setFault(id as FaultName).then(
        () => say(`${says} from now on.`),
        (error: Error) => say(error.message),
      );
    });
    return element('label', { class: 'choice', title: says }, input, element('span', { text: name }));
  });
  holder.replaceChildren(...choices);

  const select = byId('mode', HTMLSelectElement);
  const known = modes.length > 0 ? modes : [mode];
  fillSelect(
    select,
    known.map((id) => ({ id, name: MODE_NAMES[id] ?? id })),
    mode,
  );
  select.disabled = modes.length === 0;
  select.onchange = () => {
    select.disabled = true;
    server
      .setMode(select.value)
      .catch((error: Error) => say(error.message))
      .finally(() => (select.disabled = false));
  };
}
