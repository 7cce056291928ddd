// getProductsByNameEmpty
const { said } = context.getProductsByName;

print(`I found no product that matches ${said.name}.`);
