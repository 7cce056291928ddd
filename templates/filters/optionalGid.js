// As a global ID of this type; what is no ID at all is left out, and an ID of another type asked for again.
const optionalGid = (value, type) => {
  const found = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim());
  if (!found) return undefined;
  return found[1] && found[1] !== type ? null : `gid://shopify/${type}/${found[2] || found[3]}`;
};
