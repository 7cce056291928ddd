import { runTables } from './tables';

runTables('forms');
