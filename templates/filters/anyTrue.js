const anyTrue = (value, key) => {
  const things = Array.isArray(value) ? value : [];
  return things.length > 0 ? String(things.some((thing) => thing?.[key] === true)) : "";
};
