// getOrderDetailsNeedsInput
const { choices } = context.getOrderDetails;
// A text reads the same and does nothing in a chat window: no markup, link, picture or placeholder.
const shown = (text, most = Infinity) => {
  const inert = text
    .replace(/(?!\n)[\p{Cc}\p{Cs}\p{Zl}\p{Zp}]+/gu, " ")
    .trim()
    .replace(/["'<>]/g, (sign) => "”’‹›"["\"'<>".indexOf(sign)])
    .replace(/[*_~`[\]{}\\]/g, (sign) => String.fromCharCode(sign.charCodeAt(0) + 65248))
    .replace(/&|:(?=\/\/|[\w+-]+:)|www|mailto|^(?=\s*[#-])|(?<!\S)(?!\w\w)[0o]?[#%8:;=bdx](?=[-^]?[#$()./3:?@bdlopx](?!\w))/gim, "$&\u2060");
  const letters = Array.from(inert);
  return letters.length > most ? `${letters.slice(0, most - 1).join("")}…` : letters.join("");
};

print(shown(choices ? `I see ${choices}. Which one do you mean?` : "I cannot use that as the order number.", 640));
