import { deliverit } from '../../../shared/carriers/deliverit/carrier';
import { buildApp } from '../../src/app';
import { version } from './package.json';

export = buildApp([deliverit], 'single', version);
