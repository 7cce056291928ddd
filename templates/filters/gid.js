filters.gid = (value, type) => {
    const match = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/)?(\d{1,20})$/.exec(String(value).trim());
    if (!match || (match[1] && match[1] !== type)) return null;
    return "gid://shopify/" + type + "/" + match[2];
};
