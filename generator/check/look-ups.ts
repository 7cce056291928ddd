import { writes } from '../model/confirm';
import { dataAt } from '../model/overlay';
import type { WrittenAction } from '../model/written/action';
import { keyPlace } from './places';
import type { SpecRule } from './rule';

type Written = Pick<WrittenAction, 'reads' | 'request'>;

/** What is looked up only reads, has a name of its own, and leads to one value or to a choice. */
export const lookUpsRead: SpecRule = (bot, report) => {
  for (const action of bot.actions)
    for (const step of action.steps) {
      const { name, where, when, choose, response } = step;
      const written = dataAt(where.file.data, where.path) as Written;
      if (writes(written)) report(keyPlace(step.request.where), 'step-writes', name);
      if (written.request.paging !== undefined)
        report(
          keyPlace(step.request.where, 'paging'),
          'confirm-ignored',
          'paging',
          'a step has no button for it. Remove it.',
        );
      if (action.inputs.some((input) => input.name === name)) report(keyPlace(where), 'step-name', name);
      if (when && !action.inputs.some((input) => input.name === when.input))
        report(
          keyPlace(when.where, when.input),
          'unknown-input',
          when.input,
          action.id,
          action.inputs.map((i) => i.name),
        );
      if (choose && response.at.length > 1) report(keyPlace(response.where, 'at'), 'step-list', name);
      for (const field of response.fields) if ('each' in field) report(keyPlace(field.where), 'step-field', field.name);
    }
};
