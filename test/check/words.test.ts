import { runTables } from './tables';

runTables('words');
