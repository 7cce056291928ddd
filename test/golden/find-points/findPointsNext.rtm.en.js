// findPointsNext: a sentence and buttons

const quick_replies = [];
const button = (title, payload) => quick_replies.push({ content_type: "text", title, payload });
button("Another town", "where is the nearest drop-off point");
const payload = { template_type: "quick_replies", text: "What would you like to do next?", quick_replies };
print(JSON.stringify({ type: "template", payload }));
