// The platform gives a place with its address written out, or just what was said.
const addressOf = (value) => value?.formatted_address || value;
