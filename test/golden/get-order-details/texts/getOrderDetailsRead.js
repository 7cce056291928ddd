// Get order details: takes what was typed whole, where the platform may have taken a part of a word.
const asText = (value) => (value === undefined || value === null ? "" : String(value));
const typed = asText(context.session.BotUserSession.lastMessage?.messagePayload?.message?.body);
// The platform may take another part of the same words next: then the question alone follows.
const isRepeated = typed !== "" && typed === context.getOrderDetails?.typed;
const state = { outcome: "ready", said: {}, typed, unclear: isRepeated ? "ask" : "needs-input" };
context.getOrderDetails = state;

const squash = (value) => (value.normalize("NFKC").match(/[\p{L}\p{N}]/gu) || []).join("").toLowerCase();
// One value counts; of several the bot asks which.
const only = (values) => {
  const all = [...new Map(values.map((value) => [squash(value), value])).values()];
  if (all.length > 1) state.choices = all.slice(0, 4);
  return all.length === 1 ? all[0] : "";
};
// A number such as an order's, with what the store writes before and after it. One beside "#" or a word for it counts first;
// what looks like a telephone number, a date, a sum, a year or a zip code counts only where nothing else was said.
const readReference = (value, cues, common, own = "$^", written = "") => {
  const zero = (code) => (/\p{Nd}/u.test(String.fromCodePoint(code - 1)) ? zero(code - 1) : code);
  const digit = (sign) => (sign.codePointAt(0) - zero(sign.codePointAt(0))) % 10;
  const wasTyped = squash(value) !== "" && squash(typed).includes(squash(value));
  const text = (wasTyped ? typed : value)
    .replace(/№|(?<!\p{L})n\.?[º°ª]\.?/giu, " no. ")
    .normalize("NFKC")
    .replace(/\S{60,}/g, ",")
    .replace(/\s+/g, " ")
    .replace(/\p{Cf}|(?<=\d)['’]s(?!\S)|(?<=\p{L})['’](?=\p{L})/gu, "")
    .replace(/[\p{Pd}−]/gu, "-")
    .replace(/\p{Nd}/gu, digit)
    .replace(/["“”«»<>[\]¿¡…]|[:;!?]+(?!\S)|(?<=\d|\p{Ll}{4})\.+(?!\S)|,(?!\d)|(?<=\d{4}),/gu, " , ")
    .replace(/(?<![^\s,(])\p{L}\p{Ll}{3,}(?=\d)/gu, (word) => (`|${cues}|`.includes(`|${word.toLowerCase()}|`) ? `${word} ` : word))
    .replace(/\+\d[\d() .-]{6,}\d|\(\d{2,4}\)[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)/g, " , ")
    .replace(/(?<![\p{L}\p{N}.,'’-]|\d )\d{1,3}([.,'’ ])\d{3}(?:\1\d{3})*(?![\p{L}\p{N}]|[-.,/ ]\d)/gu, (number) => number.replace(/\D/g, ""))
    .replace(/(?<!\S)(?:(?:from|of|in|since|del?|desde) (?:19|20)\d\d|(?:in|en|zip|code|cp|postal)(?: is| es)? \d{5})(?![^\s,.!?])/gi, " , ")
    .replace(/(?<![^\s(])(?:[$€£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:[$€£¥%]|usd|eur|gbp|dollars?|euros?))(?![^\s),.!?])/gi, " , ")
    .replace(new RegExp(`(?<![\\p{L}\\p{N}/])(?:${cues})(?:e?s)?(?![\\p{L}\\p{N}])(?:[\\s.:,°=]|#(?=\\s))*`, "giu"), " № ")
    .replace(/(?<=№ )(?:(?:is|es) )?(?:the |el )?/g, "");
  // Other words are no part of it, but for new ones that are short, and those in capitals.
  const isLoud = (word) => /\p{Ll}/u.test(text) && /^\p{Lu}+$/u.test(word) && word !== "I";
  const isPart = (word, before, after) => {
    const isNew = !` ${common} `.includes(` ${word.toLowerCase()} `);
    const isMarked = before.endsWith("#");
    if (!isMarked && /\d\S*\s*[-./_]?\s*$/.test(before)) return (isNew && isLoud(word)) || (!/\S/.test(after) && (word.length === 1 || (isNew && word.length < 4)));
    if (isMarked || isLoud(word) || (!/\S/.test(before) && /^\p{Lu}+$/u.test(word) && /^\P{L}+$/u.test(after))) return true;
    return /№\s*$/.test(before) ? isNew || word.length < 4 : isNew && (word.length < 5 || (!/\S/.test(before) && !/^ #/.test(after)));
  };
  const bare = text
    .replace(/(?<![^\s,#(])\p{L}+(?![^\s,).]|\.\S)/gu, (word, at) => (isPart(word, text.slice(0, at), text.slice(at + word.length)) ? word : ","))
    .replace(/(?<=№[\s\d#]*\d)\s+(?=\d)|(?<=№\s*#?\d+) , (?=#?\d{3})/g, " № ");
  const found = [[], [], []];
  const pieces = /(№\s*)?((?:#?\p{L}+[#.]?\s*[-#./_]*\s*)?[^\s,]*\d[^\s,]*(?:\s*[-./_]*\s*\p{L}{1,4}(?![^\s,).]))?)/gu;
  for (const { 0: all, 1: beside, 2: said, index } of bare.matchAll(pieces)) {
    const piece = said.replace(/\s*([-#./_])\s*/g, "$1").replace(/^[^\p{L}\p{N}#]+|[^\p{L}\p{N}]+$/gu, "");
    const whole = piece.replace(new RegExp(own, "iu"), written);
    const isPlain = /^gid:/i.test(piece) || !/[$€£¥%@:()+]|^\d+(?:[-.,/]\d+)+$/.test(piece);
    const isAlone = !/[\p{L}\p{N}]/u.test(text.replace(said, ""));
    const inRow = /\d\s+$/.test(bare.slice(0, index)) || /^\s+\d/.test(bare.slice(index + all.length));
    if (beside || piece.startsWith("#")) found[isPlain ? 0 : 1].push(whole);
    else if (isAlone || inRow || (isPlain && /\d{3}/.test(piece) && !/^20\d\d$/.test(piece))) found[2].push(whole);
  }
  return only(found.find((some) => some.length > 0) || []);
};

const orderCues = "order|number|número|numero|pedido|no|nr|num|núm|nro|id|ref|reference|referencia";
const orderCommon =
  "a about after again ago al algo algun alguna algunas alguno algunos algún all already also am an and ante antes any anything aquel aquella aqui aquí are arrive as asap asi así at aun ayer ayuda be been before being bien bro btw buenas buenos buscar busco but buy by cada can como con consulte contiene costo costó could cual cuales cuando cuanto cuantos cuál cuáles cuándo cuánto cuántos day days de del desde details detalles dia dias did didnt dime do does doesnt donde done dont dude día días dónde e el ella ellos en entre enviado envio envío era es esa ese eso esta estado estan estas este esto estos está están favor for from fue get give go got gracias ha haber hace had han has hasnt hasta have hay he hello help her here hey hi his hola how hoy i if im in into is isnt it its ive just know la las late le les let like llegara llegará lo lol look looking los lot many mas mate may maybe me mi mis more much mucho muchos muestreme muy muéstreme my más nada need never ni no nos not now o of off oh ok okay omg on or os our out over oye paquete para parcel perdon perdón pero pido please pls plz por porfa porfavor porfi porque puede puedo pues que queria querria querría quería quien quiero quiza quizas quizá quizás quién qué receive received recibido sabe saber said sale se sea search see seguir sell send sent ser she shipped show si sin since sir so sobre some something son soon sorry soy status still su sus sí tambien también te tell tengo than thank thanks that thats the their them then there these they thing things this those thx tiene tienen tienes tks to todavia todavía today todo todos too track tu uh um un una unas under uno unos up us usted ustedes va vende venden veo ver voy want wants was we week weeks were what whats when where wheres which who why will with would wtf xfa xfavor y ya yes yesterday yet yo you your él";
const taken = asText(context.entities.getOrderDetailsOrder);
const value = taken && readReference(taken, orderCues, orderCommon);
context.entities.getOrderDetailsOrder = value || undefined;
if (taken && !value) state.outcome = state.unclear;
