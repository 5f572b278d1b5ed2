import { takeVariant } from '../files';

/** For whoever installed the packages of all carriers: a Switch leads to each. */
takeVariant('single');
