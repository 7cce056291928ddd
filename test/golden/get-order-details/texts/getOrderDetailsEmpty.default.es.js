// getOrderDetailsEmpty
const { said } = context.getOrderDetails;

print(`No he encontrado ningún pedido ${said.order}. Los pedidos de hace más de 60 días no son visibles para mí.`);
