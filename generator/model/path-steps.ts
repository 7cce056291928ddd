/** `data.orders[0].name` → `["data", "orders", "0", "name"]`; `.` is the thing itself. */
export const pathSteps = (path: string): readonly string[] =>
  path
    .replace(/\[(\d+)\]/g, '.$1')
    .split('.')
    .filter((step) => step !== '');
