const { said, more, looked } = context.getProductsByName;

const quick_replies = [
  { content_type: "text", title: "Another search", payload: "find products by name" },
  { content_type: "text", title: "Browse collections", payload: "show all collections" },
];
if (more === "yes") quick_replies.unshift({ content_type: "text", title: "Show more", payload: `show more products named ${said.name}` });
const text = more === "yes" ? `I looked through ${looked} and can show none of them. Shall I look further?` : "That was all that I can show.";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
