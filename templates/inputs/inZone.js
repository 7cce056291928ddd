// The hour that was said, as an hour of this zone.
const inZone = (value, zone) =>
  /T\d/.test(asText(value)) ? koreUtil.moment.tz(asText(value).slice(0, 19), zone).format() : value;
