const anyTrue = (value, key) => {
  const things = value?.nodes || value;
  if (!Array.isArray(things) || things.length === 0) return "";
  if (things.some((thing) => thing?.[key] === true)) return "true";
  return value.pageInfo?.hasNextPage ? "" : "false";
};
