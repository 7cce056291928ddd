// getProductsByNameNext: a sentence, and what can be said next
const { said, more } = context.getProductsByName;
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

// Read aloud: what starts the action, not what the button is called; nobody says a long number.
const sayings = [];
const offer = (saying) => saying && !/\d{6}/.test(saying) && sayings.push(saying);
if (more === "yes") offer(`show more products named ${said.name}`);
offer("find products by name");
offer("show all collections");
const text = "What would you like to do next?";
print(shown(sayings.length > 0 ? `${text} You can say: ${sayings.join(", ")}.` : text));
