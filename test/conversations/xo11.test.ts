import { playOn } from './played';

playOn('xo11');
