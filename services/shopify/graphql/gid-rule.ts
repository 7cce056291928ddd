import {
  getNamedType,
  GraphQLError,
  type ASTVisitor,
  type IntValueNode,
  type StringValueNode,
  type ValidationContext,
} from 'graphql';
import { gidType } from './gid';

/** A literal where an id belongs must be a global id; the message is the service's own. */
export function GlobalIdRule(context: ValidationContext): ASTVisitor {
  const check = (node: StringValueNode | IntValueNode): void => {
    const type = context.getInputType();
    if (!type || getNamedType(type).name !== 'ID' || gidType(node.value) !== null) return;
    context.reportError(new GraphQLError(`Invalid global id '${node.value}'`, { nodes: node }));
  };
  return { StringValue: check, IntValue: check };
}
