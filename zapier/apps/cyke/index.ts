import { cyke } from '../../../shared/carriers/cyke/carrier';
import { buildApp } from '../../src/app';
import { version } from './package.json';

export = buildApp([cyke], 'single', version);
