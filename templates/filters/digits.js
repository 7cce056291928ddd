const digits = (value) => {
  const [, number] = /^(?:gid:\/\/[a-z]+\/[A-Za-z]+\/)?(\d{1,20})$/.exec(String(value).trim()) || [];
  return number || null;
};
