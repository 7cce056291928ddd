const pluck = (value, key) => (Array.isArray(value) ? value.map((thing) => text(thing?.[key])).filter(Boolean) : []);
