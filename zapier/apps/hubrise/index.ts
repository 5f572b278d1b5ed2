import { hubrise } from '../../../shared/carriers/hubrise/carrier';
import { buildApp } from '../../src/app';
import { version } from './package.json';

export = buildApp([hubrise], 'single', version);
