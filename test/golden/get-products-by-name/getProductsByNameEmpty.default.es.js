// getProductsByNameEmpty
const { said } = context.getProductsByName;

print(`No he encontrado ningún producto que coincida con ${said.name}.`);
