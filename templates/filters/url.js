// Only an address that is safe in a page: nothing could end its attribute.
const url = (value) => (/^https:\/\/[^\s"'<>\\`{}]+$/.test(value) && !/&#?\w+;/.test(value) ? String(value) : "");
