// findPointsEmpty
const { said } = context.findPoints;

print(`There is no drop-off point in ${said.town}.`);
