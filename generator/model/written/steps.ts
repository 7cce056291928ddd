import Type from 'typebox';
import { block, either, list, map, NAME, optional, said, text } from './kinds';
import { request } from './request';
import { response } from './response';

const choose = block('Of several hits the person chooses one; a single hit is taken without a question.', {
  prompt: said(text('The question; may hold what was said.')),
  title: said(text('What a hit is called on its button: placeholders of its fields, such as ${name}.')),
});

const step = block('A request that looks something up.', {
  when: optional({
    ...map(
      'An input of type choice or boolean → the value (or values) with which this is looked up. Otherwise it is left out, and so are its values.',
      either('A value.', text('A value.'), list('Values.', text('A value.'), { minItems: 1, uniqueItems: true })),
      NAME,
    ),
    minProperties: 1,
    maxProperties: 1,
  }),
  request,
  reads: optional(
    Type.Literal(true, {
      description: 'true: the request only reads although it is a POST, as searches of some APIs are.',
    }),
  ),
  response,
  choose: optional(choose),
  none: said(text('What is said when nothing is found; the action ends then. May hold what was said.')),
});

export const steps = map(
  'What is looked up before the request, in this order: name → step. Later requests and all texts may hold its values, such as ${person.id}.',
  step,
  NAME,
);
