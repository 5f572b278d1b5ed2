import { name } from '../../package.json';
import type { Carrier } from '../../shared/declare/carrier';

/** The package with every carrier, which is the repository's root. */
export const packOfAll = name;

/** The package with this carrier alone. */
export const packageName = (carrier: Carrier): string => `n8n-nodes-${carrier.id}`;

export const packageFolder = (carrier: Carrier): string => `packages/${packageName(carrier)}`;

/** Where the files are listed that the tarball of a package may hold. */
export const fileListPath = (name: string): string => `test/package/files/${name}.txt`;
