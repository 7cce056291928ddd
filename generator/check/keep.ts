import type { Action } from '../model/model';
import { keyPlace, placeOf } from './places';
import type { SpecRule } from './rule';

/** What the session keeps is a field of the answer, and never who the person is: only the site's own sign-in says that. */
export const keepsFields: SpecRule = (bot, report) => {
  for (const action of bot.actions)
    for (const { name, value, where } of action.keep) {
      const fields = fieldsOf(action);
      const [only, ...more] = value.text;
      if (bot.identity.includes(name)) report(keyPlace(where), 'keep-identity', name);
      else if (more.length > 0 || typeof only !== 'object' || !fields.includes(only.name))
        report(placeOf(value.where), 'keep-field', fields);
    }
};

const fieldsOf = ({ response }: Action) => response.fields.flatMap((field) => ('each' in field ? [] : [field.name]));
