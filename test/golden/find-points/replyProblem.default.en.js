const words = {
  unauthorized: "The courier did not accept our sign-in. Please tell the team.",
  forbidden: "I am not allowed to do that.",
  throttled: "The courier is busy. Please try again in a minute.",
  unavailable: "The courier does not answer. Please try again later.",
  invalid: "Something is not set up correctly. Please tell the team.",
  refused: "That was refused.",
};
print(words[context.problem] || words.unavailable);
