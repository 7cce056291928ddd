const last = (value, length) => Array.from(text(value)).slice(-length).join("");
