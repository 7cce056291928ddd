// The words without plural endings, units after digits (24L), and those that say nothing, unless there are no others.
const stems = (value) => {
  const composed = String(value).normalize("NFC");
  const said = composed.match(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu) || [];
  const named = said.filter((word) => !` ${functionWords} `.includes(` ${word.toLowerCase()} `));
  const stem = (word) => word.replace(/(?<=^\d+)\p{L}{1,3}$/u, "").replace(/(?<=[\p{L}\p{M}]{3})(?:ies|(?<=[sxz]|[cs]h|[lrndj])es|(?<![su])s)$/u, "");
  return [...new Set((named.length > 0 ? named : said).map((word) => Array.from(stem(word)).slice(0, 40).join("")))].slice(0, 8);
};
