/// <reference lib="dom" />
import type { BotView, SessionEvent, TabView, TurnView } from '../web/protocol';
import { createChatPane } from './chat-pane';
import { byId, fillSelect } from './dom';
import { createFacts } from './facts';
import { showForm } from './form-panel';
import { createFlowPane } from './flow-pane';
import { showBuild } from './problems';
import { connectTab } from './server';
import { setUpStoreBar } from './store-bar';
import { setUpTabs } from './tabs';
import { createToast } from './toast';
import { createTurnBar } from './turn-bar';

/** The page's one tab: a conversation of this tab alone. */
async function main(): Promise<void> {
  const server = connectTab(crypto.randomUUID());
  const say = createToast();
  const showPane = setUpTabs();
  const flow = createFlowPane(server);
  const showFacts = createFacts(byId('facts', HTMLElement), {
    onNode: (dialog, node) => {
      showPane('flow');
      void flow.showNode(dialog, node);
    },
  });
  const tab = await server.tab();
  const chat = createChatPane(tab.chatUrl);
  let turns: readonly TurnView[] = [];

  const turnBar = createTurnBar((turn) => {
    showFacts(turn);
    void flow.follow(turn);
  });
  const showBot = async (bot: BotView): Promise<void> => {
    byId('bot-name', HTMLElement).textContent = bot.name;
    document.title = `${bot.name} · preview`;
    byId('bot', HTMLSelectElement).value = bot.id;
    byId('language-field', HTMLElement).hidden = bot.languages.length < 2;
    fillSelect(
      byId('language', HTMLSelectElement),
      bot.languages.map((id) => ({ id, name: id })),
      bot.language,
    );
    await flow.useBot(bot);
  };
  const hear = (event: SessionEvent): void => {
    if (event.kind === 'build') return showBuild(event.build);
    if (event.kind === 'bot') {
      say(
        event.droppedDialog
          ? 'The bot is new. The open dialog was left; Replay says everything again.'
          : 'The bot is new.',
      );
      return void showBot(event.bot);
    }
    if (event.kind !== 'turn') return;
    turns = event.turn.index === 1 ? [event.turn] : [...turns, event.turn];
    turnBar.show(turns);
    byId('replay', HTMLButtonElement).disabled = turns.length < 2;
    byId('copy', HTMLButtonElement).disabled = false;
    showForm(byId('form', HTMLFormElement), event.turn.form, chat.say);
    chat.turnOver();
    const [why] = event.turn.notes;
    if (event.turn.messages.length === 0) say(why === undefined ? 'The bot says nothing.' : sentence(why.text));
  };

  server.listen(hear, () => location.reload());
  setUpControls(tab);
  showBuild(tab.build);
  setUpStoreBar(server, tab, say);
  showFacts(undefined);
  await showBot(tab.bot);

  function setUpControls({ bots, bot }: TabView): void {
    const choice = byId('bot', HTMLSelectElement);
    const language = byId('language', HTMLSelectElement);
    fillSelect(
      choice,
      bots.map(({ id, label }) => ({ id, name: label })),
      bot.id,
    );
    const change = () =>
      server
        .useBot(choice.value, language.value === '' ? undefined : language.value)
        .then(chat.restart, (error: Error) => say(error.message));
    choice.addEventListener('change', () => void change());
    language.addEventListener('change', () => void change());
    byId('restart', HTMLButtonElement).addEventListener('click', chat.restart);
    byId('replay', HTMLButtonElement).addEventListener('click', () => {
      chat.replay(turns.flatMap((turn) => turn.said ?? []));
    });
    byId('copy', HTMLButtonElement).addEventListener('click', () => {
      void server
        .transcript()
        .then((text) => navigator.clipboard.writeText(text))
        .then(
          () => say('The conversation is in your clipboard, as a .chat file.'),
          (error: Error) => say(error.message),
        );
    });
  }
}

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

void main();
