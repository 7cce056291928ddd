import { type FieldNode, Kind, type DocumentNode, type SelectionSetNode, visit } from 'graphql';
import { parseDocument } from './parse-document';

/** Whether what stands at a path of the answer is asked for with one of these variables: some field on the way there is given it. */
export function isToldTo(query: string, path: string, variables: ReadonlySet<string>): boolean {
  const document = parseDocument(query);
  if (!('kind' in document)) return false;
  const operation = document.definitions.find((one) => one.kind === Kind.OPERATION_DEFINITION);
  const [, ...steps] = /^data(?=$|[.[])/.test(path) ? stepsOf(path) : ['data', ...stepsOf(path)];
  return operation !== undefined && isTold(document, operation.selectionSet, steps, variables);
}

const stepsOf = (path: string): readonly string[] => path.match(/[A-Za-z_]\w*/g) ?? [];

/** Where the path ends before a field was given one, all that is below must be. */
function isTold(
  document: DocumentNode,
  set: SelectionSetNode,
  [step, ...more]: readonly string[],
  variables: ReadonlySet<string>,
): boolean {
  const fields = fieldsOf(document, set, new Set()).filter((field) => step === undefined || keyOf(field) === step);
  return (
    fields.length > 0 &&
    fields.every(
      (field) =>
        isGiven(field, variables) ||
        (step !== undefined &&
          more.length > 0 &&
          field.selectionSet !== undefined &&
          isTold(document, field.selectionSet, more, variables)),
    )
  );
}

const keyOf = ({ alias, name }: FieldNode): string => (alias ?? name).value;

/** The fields of a selection, those of its fragments among them. */
function fieldsOf(document: DocumentNode, set: SelectionSetNode, seen: ReadonlySet<string>): readonly FieldNode[] {
  return set.selections.flatMap((one) => {
    if (one.kind === Kind.FIELD) return [one];
    if (one.kind === Kind.INLINE_FRAGMENT) return fieldsOf(document, one.selectionSet, seen);
    const { value } = one.name;
    const named = document.definitions.find((d) => d.kind === Kind.FRAGMENT_DEFINITION && d.name.value === value);
    if (seen.has(value) || named?.kind !== Kind.FRAGMENT_DEFINITION) return [];
    return fieldsOf(document, named.selectionSet, new Set([...seen, value]));
  });
}

function isGiven({ arguments: given = [] }: FieldNode, variables: ReadonlySet<string>): boolean {
  let found = false;
  for (const { value } of given)
    visit(value, {
      Variable: ({ name }) => {
        found ||= variables.has(name.value);
      },
    });
  return found;
}
