const email = (value) => {
  const address = String(value)
    .trim()
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase());
  const fits = /^[^\s@"\\<>(),;:]+@[^\s@"\\<>(),;:]+\.[^\s@"\\<>(),;:]+$/.test(address);
  return fits && address.length <= 254 ? address : null;
};
