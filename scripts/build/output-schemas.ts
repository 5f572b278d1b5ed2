import { outputSchemas } from '../../nodes/adapter/output-schema';
import { carriers } from '../../shared/registry';
import { packageFolder } from '../generate/package-names';

export interface OutputSchemaFile {
	/** The packages that have it. */
	folders: readonly string[];
	/** Below their dist. */
	path: string;
	schema: object;
}

/** Every file that shows the result of an operation. The build bundles this and calls it. */
export const outputSchemaFiles = (): OutputSchemaFile[] =>
	carriers.flatMap((carrier) =>
		outputSchemas(carrier).map(({ path, schema }) => ({ folders: ['.', packageFolder(carrier)], path, schema })),
	);
