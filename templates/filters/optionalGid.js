filters.optionalGid = (value, type) => {
    const match = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim());
    if (!match || (match[1] && match[1] !== type)) return undefined;
    return "gid://shopify/" + type + "/" + (match[2] || match[3]);
};
