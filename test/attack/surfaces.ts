import type { Surface } from './attack';
import { backups } from './attacks/backups';
import { caches } from './attacks/caches';
import { chat } from './attacks/chat';
import { clients } from './attacks/clients';
import { deploySettings } from './attacks/deploy-settings';
import { platform } from './attacks/platform';
import { variables } from './attacks/settings';
import { store } from './attacks/store';
import { exportedBots, queries, specs } from './attacks/walks';
import { terminal } from './attacks/terminal';
import { windows } from './attacks/window';

/** Everything that somebody else controls, in the order of SECURITY.md. */
export const SURFACES: readonly Surface[] = [
  chat,
  store,
  windows,
  variables,
  specs,
  exportedBots,
  clients,
  queries,
  platform,
  deploySettings,
  backups,
  caches,
  terminal,
];
