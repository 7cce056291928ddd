// The address of a file that was sent; several ones come as a list.
const fileOf = (value) => {
  const [file] = [].concat(value);
  return file?.url?.fileUrl || file?.fileUrl || file?.url || (typeof file === "string" ? file : undefined);
};
