import type { Component, KoreBot } from '../kore/format';

type Profile = Readonly<Record<string, unknown>>;

/** An import appends its time, in milliseconds, to a profile's name (observed), once for each import. */
const STAMPS = /(?:[\s_-]?1\d{12})+$/;

const profilesOf = (bot: KoreBot): readonly Profile[] => {
  const held = bot.definition['idpConfigurations'];
  return Array.isArray(held) ? held.filter((p): p is Profile => typeof p === 'object' && p !== null) : [];
};

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
const nameOf = (profile: Profile): string => textOf(profile['name']);

/**
 * The live bot with its authorization profiles called as in the built one: a profile is the same by `refId`, or by its
 * name without the stamps that imports append. The services that use it (`idp`) follow. So a second import of the same
 * files is seen to change nothing.
 */
export function withProfilesOf(live: KoreBot, built: KoreBot): KoreBot {
  const wanted = profilesOf(built);
  const byRefId = new Map(wanted.map((p) => [textOf(p['refId']), nameOf(p)]));
  const names = new Set(wanted.map(nameOf));
  const renamed = new Map<string, string>();
  for (const profile of profilesOf(live)) {
    const bare = nameOf(profile).replace(STAMPS, '');
    const name = byRefId.get(textOf(profile['refId'])) ?? (names.has(bare) ? bare : undefined);
    if (name !== undefined && name !== nameOf(profile)) renamed.set(nameOf(profile), name);
  }
  if (renamed.size === 0) return live;
  const idp = (component: Component): Component =>
    component.idp === undefined ? component : { ...component, idp: renamed.get(component.idp) ?? component.idp };
  const definition = {
    ...live.definition,
    idpConfigurations: profilesOf(live).map((p) => ({ ...p, name: renamed.get(nameOf(p)) ?? nameOf(p) })),
    dialogComponents: live.definition.dialogComponents.map(idp),
  };
  return { ...live, definition };
}
