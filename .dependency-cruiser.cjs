/**
 * The walls of the house, from `boundaries.json`. `floors`: what a folder may import of ours besides itself; data flows down, cli on
 * top, kore and apis on the ground. `stages`: the same for the folders inside one. `readsDisk`: who touches the disk.
 */
const { floors, stages, readsDisk } = require('./boundaries.json');

const names = (folders) => folders.map((folder) => folder.replace('.', '\\.')).join('|');
const slug = (folder) => folder.replace('/', '-');
const OURS = Object.keys(floors);

module.exports = {
  forbidden: [
    ...OURS.map((folder) => ({
      name: `floor-${folder}`,
      severity: 'error',
      comment: `${folder}/ may import ${floors[folder].join(', ') || 'nothing'} of ours`,
      from: { path: `^${folder}/` },
      to: { path: `^(${names([...OURS, 'test'])})/`, pathNot: `^(${names([folder, ...floors[folder]])})/` },
    })),
    ...Object.entries(stages).map(([folder, may]) => ({
      name: `stage-${slug(folder)}`,
      severity: 'error',
      comment: `${folder}/ may import ${may.join(', ') || 'nothing'} of its floor`,
      from: { path: `^${folder}/` },
      to: { path: `^${folder.split('/')[0]}/`, pathNot: `^(${names([folder, ...may])})(/|$)` },
    })),
    {
      name: 'disk',
      severity: 'error',
      comment: 'only the files listed as `readsDisk` touch the disk',
      from: { path: `^(${names(OURS)})/`, pathNot: `^(${readsDisk.join('|')})\\.ts$` },
      to: { path: '^(node:)?fs(/promises)?$' },
    },
    {
      name: 'no-cycles',
      severity: 'error',
      comment: 'no file leads back to itself, not by a type either',
      from: {},
      to: { circular: true },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
  },
};
