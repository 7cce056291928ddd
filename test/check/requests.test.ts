import { runTables } from './tables';

runTables('requests');
