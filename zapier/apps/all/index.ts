import { carriers } from '../../../shared/registry';
import { buildApp } from '../../src/app';
import { version } from './package.json';

export = buildApp(carriers, 'all', version);
