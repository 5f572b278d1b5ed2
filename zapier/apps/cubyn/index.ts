import { cubyn } from '../../../shared/carriers/cubyn/carrier';
import { buildApp } from '../../src/app';
import { version } from './package.json';

export = buildApp([cubyn], 'single', version);
