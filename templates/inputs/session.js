const session = (name) => BotUserSession.get(name);
