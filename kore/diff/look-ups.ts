import type { FlatNode } from './bot-index';
import type { ItemChange, NodeChange } from './diff';
import { byKey, changeKindOf, type Pair } from './match';
import { withoutSuffix } from './noise';
import { comparedRequest } from './request-facts';

/** The look-up that a node belongs to; nodes of no look-up are not in it. */
type LookUps = ReadonlyMap<FlatNode, string>;

/** What the nodes of a look-up are called behind the dialog and the look-up: `createLeadPersonService` is of `person`. */
const PART =
  /^(.+)(?:Hear|Read|Prepare|PrepareSteps|TokenSteps|CallSteps|Service|Answer|Offer|None|Confirm|Pick|PickSteps|GiveUp)$/;

/** What every look-up has, and nothing else in a dialog has all of. */
const WHOLE = ['Prepare', 'Service', 'Answer'] as const;

/** The look-ups of a dialog by its nodes, told by their names: those of the steps in a spec are made from the step's. */
export function lookUpsOf(nodes: readonly FlatNode[]): LookUps {
  const key = uncapital(nameOf(nodes.find(({ type }) => type === 'intent')));
  const names = new Set(nodes.map(nameOf));
  return new Map(
    nodes.flatMap((node): [FlatNode, string][] => {
      const name = nameOf(node);
      const step = key !== '' && name.startsWith(key) ? PART.exec(name.slice(key.length))?.[1] : undefined;
      const isWhole = step !== undefined && WHOLE.every((part) => names.has(`${key}${step}${part}`));
      return isWhole ? [[node, uncapital(step)]] : [];
    }),
  );
}

/** Changes of nodes in their order, those of a look-up as one change where the first of them stood. */
export function groupLookUps(
  changes: readonly { readonly pair: Pair<FlatNode>; readonly change: ItemChange }[],
  old: LookUps,
  now: LookUps,
): readonly NodeChange[] {
  const found = ({ pair }: { readonly pair: Pair<FlatNode> }) =>
    (pair.after && now.get(pair.after)) ?? (pair.before && old.get(pair.before));
  const groups = byKey(changes, found);
  return changes.flatMap((one): readonly NodeChange[] => {
    const name = found(one);
    if (name === undefined) return [one.change];
    const group = groups.get(name) ?? [];
    if (group[0] !== one) return [];
    const [before, after] = [sentBy(old, name), sentBy(now, name)];
    const kind = changeKindOf({ before, after });
    const sends = kind === 'changed' ? undefined : (after ?? before);
    const nodes = group.map(({ change }) => change);
    return [{ kind, name, type: 'look-up', ...(sends !== undefined && { sends }), fields: [], nodes }];
  });
}

/** The request of a look-up, if there is one of that name. */
function sentBy(lookUps: LookUps, name: string): string | undefined {
  const service = [...lookUps].find(([node, lookUp]) => lookUp === name && node.type === 'service')?.[0].component;
  return service && (comparedRequest(service).get('request')?.text ?? '');
}

const nameOf = (node: FlatNode | undefined) => withoutSuffix(node?.name ?? '');

const uncapital = (text: string) => text.charAt(0).toLowerCase() + text.slice(1);
