const words = {
  unauthorized: "I cannot reach the store's data right now. Please tell the team that the store connection needs to be renewed.",
  forbidden: "I am not allowed to look that up. Please ask the team for help.",
  throttled: "The store is very busy at the moment. Please try again in a minute.",
  unavailable: "The store does not answer at the moment. Please try again in a few minutes.",
  invalid: "Something is not set up correctly, so I cannot look that up. Please tell the team.",
};
print(words[context.problem] || words.unavailable);
