const { choices } = context.getOrderDetails;

print(choices ? `Veo ${choices}. ¿A cuál se refiere?` : "No puedo usar eso (número de pedido).");
