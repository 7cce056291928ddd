const when = (value, beside, wanted) => {
  const held = text(beside);
  const known = new Map([
    ["absent", held === ""],
    ["present", held !== ""],
    ["positive", Number(held) > 0],
  ]);
  return (known.get(wanted) ?? held === wanted) ? value : "";
};
