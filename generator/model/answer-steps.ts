/** The steps of a path of an answer: `data.orders[0].name` → `data`, `orders`, `0`, `name`; none for `.`, the answer itself. */
export const answerSteps = (path: string): readonly string[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
