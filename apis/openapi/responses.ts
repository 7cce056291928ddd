import type { ApiResponse, Operation } from './operations';

/** The answers that an operation documents for a status: its own, else those of its family, else the default. */
export function responsesTo({ responses }: Operation, status: number): readonly ApiResponse[] {
  const named = (name: string) => responses.filter((one) => one.status === name);
  const [own, family] = [named(String(status)), named(`${String(status)[0] ?? ''}XX`)];
  return own.length > 0 ? own : family.length > 0 ? family : named('default');
}

/** The answers of an operation that went well. */
export function successesOf({ responses }: Operation): readonly ApiResponse[] {
  const good = responses.filter(({ status }) => status.startsWith('2'));
  return good.length > 0 ? good : responses.filter(({ status }) => status === 'default');
}
