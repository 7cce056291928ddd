const quick_replies = [{ content_type: "text", title: "Another town", payload: "where is the nearest drop-off point" }];
const text = "What would you like to do next?";
print(JSON.stringify({ type: "template", payload: { template_type: "quick_replies", text, quick_replies } }));
