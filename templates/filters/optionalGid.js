// As a global ID of this type; what is no ID at all is left out, and an ID of another type asked for again.
const optionalGid = (value, type) => {
  const [, own, id, digits = id] = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/(\d{1,20})|(\d{10,20}))$/.exec(String(value).trim()) || [];
  if (!digits) return undefined;
  return (own || type) === type ? `gid://shopify/${type}/${digits}` : null;
};
