const words = {
  unauthorized: "Ahora mismo no puedo acceder a los datos de la tienda. Avise al equipo de que hay que renovar la conexión con la tienda.",
  forbidden: "No tengo permiso para consultar eso. Pida ayuda al equipo.",
  throttled: "La tienda está muy ocupada en este momento. Inténtelo de nuevo dentro de un minuto.",
  unavailable: "La tienda no responde en este momento. Inténtelo de nuevo dentro de unos minutos.",
  invalid: "Hay algo mal configurado y por eso no puedo hacer la consulta. Avise al equipo.",
};
print(words[context.problem] || words.unavailable);
