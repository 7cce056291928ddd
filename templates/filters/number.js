const number = (value) => {
  const text = String(value).trim();
  return /^[-+]?\d{1,15}(?:\.\d{1,10})?$/.test(text) ? Number(text) : null;
};
