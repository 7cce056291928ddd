/// <reference lib="dom" />
import type { TabView } from '../web/protocol';
import { byId, fillSelect } from './dom';
import type { Server } from './server';

const MODE_NAMES: Readonly<Record<string, string>> = {
  either: 'Whichever is filled in',
  accessToken: 'Access token',
  clientCredentials: 'Client credentials',
  oauthProfile: 'Profile of the platform',
  integration: 'Integration (experimental)',
  userProfile: 'User profile (experimental)',
  none: 'None',
};

/** How the store behaves, and how the bot gets at it. */
export function setUpStoreBar(
  server: Server,
  { faults, fault, mode, modes }: TabView,
  say: (text: string) => void,
): void {
  const failure = byId('fault', HTMLSelectElement);
  const works = { name: '', says: 'Works' };
  fillSelect(
    failure,
    [works, ...faults].map(({ name, says }) => ({ id: name, name: name === '' ? says : `${name}: ${says}` })),
    fault,
  );
  failure.disabled = faults.length === 0;
  failure.onchange = () => {
    const { name, says } = faults.find((kind) => kind.name === failure.value) ?? works;
    server.setFault(name).then(
      () => say(name === '' ? 'Every request works from now on.' : `Every request meets "${says}" from now on.`),
      (error: Error) => say(error.message),
    );
  };

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
