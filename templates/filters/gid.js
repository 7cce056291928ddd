// A global ID of this type, or null: nothing else may be sent.
const gid = (value, type) => {
  const [, own, number] = /^(?:gid:\/\/shopify\/([A-Za-z]+)\/)?(\d{1,20})$/.exec(String(value).trim()) || [];
  return number && (own || type) === type ? `gid://shopify/${type}/${number}` : null;
};
