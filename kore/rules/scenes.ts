import { at, indexBy, child, items, textAt } from './item';
import { dangling, rule, textsAt } from './rule';

export const dialogScenesExist = rule(
  'dialog-scenes-exist (E1)',
  "A dialog's sceneRefId is the refId of a scene.",
  (bot) =>
    dangling(
      "a scene's refId",
      textsAt(
        'sceneRefId',
        bot.dialogs.map((dialog) => dialog.item),
      ),
      indexBy('refId', bot.scenes),
    ),
);

export const sceneDialogsExist = rule(
  'scene-dialogs-exist (E2)',
  "A scene's dialogRefId is the refId of a dialog.",
  (bot) => dangling("a dialog's refId", textsAt('dialogRefId', bot.scenes), bot.dialogByRef),
);

export const sceneComponentsExist = rule(
  'scene-components-exist (E3)',
  "A scene's components are scene components.",
  function* (bot) {
    const known = indexBy('_id', items(bot.definition, 'sceneComponents'));
    for (const scene of bot.scenes) {
      const components = child(scene, 'components');
      for (const id of Object.keys(components.value))
        if (!known.has(id)) yield { where: at(components, id), message: `"${id}" is not a sceneComponent's _id` };
    }
  },
);

export const scenesBelongToBot = rule(
  'scenes-belong-to-bot (E3b)',
  "A scene's streamId is the bot's _id.",
  function* (bot) {
    const id = textAt(bot.definition, '_id');
    for (const scene of bot.scenes)
      if (textAt(scene, 'streamId') !== id)
        yield { where: at(scene, 'streamId'), message: `the bot's _id is "${id ?? ''}"` };
  },
);

export const sceneComponentsHaveScenes = rule(
  'scene-components-have-scenes (E4)',
  "A scene component's sceneId is the _id of a scene.",
  (bot) =>
    dangling("a scene's _id", textsAt('sceneId', items(bot.definition, 'sceneComponents')), indexBy('_id', bot.scenes)),
);
