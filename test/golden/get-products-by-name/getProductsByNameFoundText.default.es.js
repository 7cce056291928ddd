// getProductsByNameFoundText
const { said } = context.getProductsByName;

print(`Productos que coinciden con ${said.name}`);
