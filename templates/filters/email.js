filters.email = (value) => {
    const address = String(value).trim().toLowerCase();
    return address.length <= 254 && /^[^\s@"\\<>(),;:]+@[^\s@"\\<>(),;:]+\.[^\s@"\\<>(),;:]+$/.test(address) ? address : null;
};
