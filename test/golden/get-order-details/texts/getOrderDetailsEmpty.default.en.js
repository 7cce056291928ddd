// getOrderDetailsEmpty
const { said } = context.getOrderDetails;

print(`I found no order ${said.order}. Orders older than 60 days are not visible to me.`);
