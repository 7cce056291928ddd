const quick_replies = [
  { content_type: "text", title: "Another order", payload: "where is my order" },
  { content_type: "text", title: "Find products", payload: "find products by name" },
];
const text = "What would you like to do next?";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
