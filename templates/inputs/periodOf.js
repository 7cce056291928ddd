const periodOf = (value) => {
  const { from, to, fromDate, toDate } = value || {};
  return from || fromDate ? { from: from || fromDate, to: to || toDate || from || fromDate } : undefined;
};
