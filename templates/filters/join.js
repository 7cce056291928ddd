const join = (value, separator = ", ") => {
  const isPart = (part) => Boolean(part) || part === 0;
  return Array.isArray(value) ? value.filter(isPart).join(separator) : value;
};
