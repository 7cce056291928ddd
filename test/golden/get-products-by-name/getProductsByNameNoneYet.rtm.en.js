const { said, more, looked } = context.getProductsByName;

const quick_replies = [];
const button = (title, payload) => payload && quick_replies.push({ content_type: "text", title, payload });
if (more === "yes") button("Show more", `show more products named ${said.name}`);
button("Another search", "find products by name");
button("Browse collections", "show all collections");
const text = more === "yes" ? `I looked through ${looked} and can show none of them. Shall I look further?` : "That was all that I can show.";
const payload = { template_type: "quick_replies", text, quick_replies };
print(JSON.stringify(quick_replies.length > 0 ? { type: "template", payload } : { text }));
