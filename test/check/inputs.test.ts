import { runTables } from './tables';

runTables('inputs');
