// getProductsByNameFoundText
const { said } = context.getProductsByName;

print(`Products that match ${said.name}`);
