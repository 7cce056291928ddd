filters.optionalGid = (value, type) => {
    const match = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim());
    if (!match) return undefined;
    if (match[1] && match[1] !== type) return null;
    return "gid://shopify/" + type + "/" + (match[2] || match[3]);
};
