import { runTables } from './tables';

runTables('queries');
