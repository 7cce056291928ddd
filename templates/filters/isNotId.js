const isNotId = (value) => !/^(?:gid:\/\/shopify\/[A-Za-z]+\/\d{1,20}|\d{10,20})$/.test(String(value).trim());
