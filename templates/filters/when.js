const when = (value, beside, wanted) => {
  const held = text(beside);
  const holds = wanted === "absent" ? held === "" : wanted === "present" ? held !== "" : held === wanted;
  return holds ? value : "";
};
