const idNumber = (value) => (/(\d+)$/.exec(String(value)) || ["", ""])[1];
