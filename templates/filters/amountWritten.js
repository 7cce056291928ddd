const amount = (value, currency) => amounts[`${value} ${currency}`] || "";
