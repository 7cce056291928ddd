filters.digits = (value) => {
    const match = /^(?:gid:\/\/[a-z]+\/[A-Za-z]+\/)?(\d{1,20})$/.exec(String(value).trim());
    return match ? match[1] : null;
};
