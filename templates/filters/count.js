const count = (value) => {
  const things = value?.nodes || value;
  return Array.isArray(things) ? things.length + (value.pageInfo?.hasNextPage ? "+" : "") : "";
};
