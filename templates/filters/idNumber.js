filters.idNumber = (value) => (/(\d+)$/.exec(String(value)) || ["", ""])[1];
