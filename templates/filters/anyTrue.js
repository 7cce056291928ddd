const anyTrue = (value, key) => {
  const things = [].concat(value?.nodes || value || []);
  if (things.some((thing) => thing?.[key] === true)) return "true";
  return things.length === 0 || value.pageInfo?.hasNextPage ? "" : "false";
};
