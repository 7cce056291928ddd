import { filters, shapeNames, type Filter } from './filters';

/** Every filter that works in requests, or below `response.fields`, one on each line: what an editor shows. */
export function filterList(place: Filter['for']): string {
  const ofPlace = Object.entries<Filter>(filters).filter(([, filter]) => filter.for === place);
  return [
    'Filters:',
    ...ofPlace.map(
      ([name, filter]) =>
        `${name}${argumentsOf(filter)}: ${filter.says}${place === 'response' ? ` (for ${shapesOf(filter)})` : ''}`,
    ),
  ].join('\n');
}

const argumentsOf = ({ args }: Filter) =>
  args.length === 0
    ? ''
    : `(${args.map((name) => (name === 'length' ? '100' : `"${name.replace('?', '')}"`)).join(', ')})`;

const shapesOf = ({ takes }: Filter) =>
  takes.length > 6 ? 'any single value' : takes.map((shape) => shapeNames[shape]).join(', ');
