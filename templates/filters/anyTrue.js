const anyTrue = (value, key) =>
  Array.isArray(value) && value.length > 0 ? String(value.some((thing) => thing?.[key] === true)) : "";
