import { takeVariant } from '../files';

/** For whoever installed the package of Cyke alone. */
takeVariant('single/cyke');
