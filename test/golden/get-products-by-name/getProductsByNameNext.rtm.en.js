const { said, more } = context.getProductsByName;

const quick_replies = [
  { content_type: "text", title: "Another search", payload: "find products by name" },
  { content_type: "text", title: "Browse collections", payload: "show all collections" },
];
if (more === "yes") quick_replies.unshift({ content_type: "text", title: "Show more", payload: `show more products named ${said.name}` });
const text = "What would you like to do next?";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
