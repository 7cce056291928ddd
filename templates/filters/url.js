// Only an address that is safe in a page: https, and nothing that could end an attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
