/** What the platform writes anew with each save, import or publication, and what only places boxes on the canvas. */
const VOLATILE = new Set(
  (
    '_id createdBy createdOn streamId __v vNameSpace krVNameSpace evVNameSpace connId metadata positionMeta colorMeta ' +
    'encryptedHash latestEncryptedHash parentId sceneRefId accountId orgId mlpGroupId groupId nlMeta lMod ' +
    'nodeId widgetThemeId categoryIds versionInfo'
  ).split(' '),
);

/** When and by whom something was last touched: `lModifiedOn`, `lastModifiedBy`, `publishedOn`, `modifiedOn` (observed). */
const STAMP = /^(l|last)?(mod|modified|created|published|updated|trained)(on|by|at|date)$/i;

/** Where a thing stands between saving and publishing; namespaces, traits and model settings carry it (observed). */
const LIFE_CYCLE =
  /^(configured|published|awaitingapproval|approved|rejected|upgradeinprogress|in ?progress|standard)$/i;

/** Whether a key says nothing about what the bot is. */
export const isNoise = (key: string, value: unknown): boolean =>
  VOLATILE.has(key) ||
  STAMP.test(key) ||
  ((key === 'state' || key === 'status') && typeof value === 'string' && LIFE_CYCLE.test(value));

/**
 * A name without what the platform adds to make it unique: the times of imports (profiles, observed) or a number such as
 * `0001` (components of installed actions, observed).
 */
export const withoutSuffix = (name: string): string => name.replace(/(?<=\D)(?:(?:[-_ ]?1\d{12})+|0\d{3})$/, '');

/** Keys by which the members of a list are told apart, the surest first; several that say little alone go together. */
const NAMES = [
  ['refId'],
  ['key'],
  ['configurationKeyName', 'nlpEngine', 'language'],
  ['name', 'language'],
  ['groupName', 'language'],
  ['channel'],
  ['language', 'type'],
  ['integrationName'],
  ['title'],
] as const;

/** What a member of a list is called wherever it stands; undefined when nothing tells it from its neighbours. */
export function memberName(value: Readonly<Record<string, unknown>>): string | undefined {
  for (const keys of NAMES) {
    if (!(keys[0] in value)) continue;
    const said = keys.map((key) => value[key]).filter((v) => typeof v === 'string' || typeof v === 'number');
    if (said.length > 0) return said.map((v) => withoutSuffix(String(v))).join(', ');
  }
  return undefined;
}
