import type { ComparedBot, FlatNode } from './bot-index';
import type { ComparedFact, ComparedFacts } from './facts';
import { leaves } from './leaves';
import { transitionWords } from './transition-words';

/** The nodes of one dialog. */
export type NodesById = ReadonlyMap<string, FlatNode>;

/** What a node adds to its component: where it leads, its options, the dialog it calls. `nodes` are all of its dialog. */
export function nodeFacts(node: FlatNode, nodes: NodesById, index: ComparedBot): ComparedFacts {
  const facts = new Map<string, ComparedFact>();
  const name = (id: string) => nodes.get(id)?.name ?? id;
  const identity = (id: string) => nodes.get(id)?.calls ?? nodes.get(id)?.component?.refId ?? id;
  facts.set('goes to', {
    as: 'lines',
    text: transitionWords(node.transitions, name),
    same: transitionWords(node.transitions, identity),
  });
  if (node.calls !== undefined) {
    facts.set('calls', { as: 'value', text: index.dialogName(node.calls), same: node.calls });
  }
  if (node.inside !== undefined) facts.set('inside', { as: 'value', text: node.inside });
  for (const [path, fact] of leaves(node.options, '')) {
    const readable =
      fact.as === 'value' && path.endsWith('.ref')
        ? { ...fact, text: name(fact.text), same: identity(fact.text) }
        : fact;
    facts.set(path, readable);
  }
  for (const [path, fact] of leaves(node.preConditions, 'preconditions')) facts.set(path, fact);
  return facts;
}
