const isTrue = (value) => (asText(value).trim() === "" ? undefined : asText(value) === "true");
