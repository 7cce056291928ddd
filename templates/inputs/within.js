const within = (value, least, most) => {
  if (value === undefined || asText(value).trim() === "") return undefined;
  const all = [].concat(value).map(Number);
  const fits = (one) => (least === null || one >= least) && (most === null || one <= most);
  return all.every(fits) ? value : null;
};
