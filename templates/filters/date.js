const date = (value, zone) => {
  const local = zone && /T/.test(value) ? koreUtil.moment(value).tz(zone).format("YYYY-MM-DD") : String(value);
  const [day, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})/.exec(local) || [];
  const month = locale.months.split(" ")[m - 1];
  return month ? locale.date.replace("D", Number(d)).replace("M", month).replace("Y", y) : day || "";
};
