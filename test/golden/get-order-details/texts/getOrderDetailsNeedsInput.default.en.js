const { choices } = context.getOrderDetails;

print(choices ? `I see ${choices}. Which one do you mean?` : "I cannot use that as the order number.");
