const url = (value) => (/^https:\/\/[^\s"'<>\\]+$/.test(String(value)) ? String(value) : "");
