const several = (value) => {
  const all = [].concat(value).filter((one) => asText(one).trim() !== "");
  return all.length === 0 ? undefined : all;
};
