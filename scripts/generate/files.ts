import { toolSchema } from '../../shared/declare/tool-schema';
import { carriers } from '../../shared/registry';
import { anyCarrierFiles } from './any-carrier-node';
import { withCapabilities } from './capabilities';
import { codexFiles } from './codex';
import { coreFile } from './core-file';
import { embeddedRegistry } from './embedded';
import { failures } from './failures';
import { fieldsPage, fieldTablesOf } from './fields';
import { fileList } from './file-list';
import { manifest } from './manifest';
import { fileListPath, packOfAll } from './package-names';
import { picture } from './picture';
import { reference } from './reference';
import { releaseWorkflow } from './release-workflow';
import { allShells, publishedSources } from './shells';
import { withParts } from './shop-order-table';
import { singlePackage } from './single-package';
import { singleWorkflows } from './single-workflows';
import { workflowFiles } from './workflows';

/**
 * Every committed file that is generated from the registry: path and text. `read` returns the current content,
 * `readIfThere` that of a file that need not exist yet.
 */
export function generatedFiles(
	read: (path: string) => string,
	readIfThere: (path: string) => string | undefined,
): Record<string, string> {
	return {
		...anyCarrierFiles(carriers),
		'core.ts': coreFile(allShells(), './'),
		[fileListPath(packOfAll)]: fileList([
			...publishedSources(),
			...carriers.flatMap((carrier) => Object.keys(codexFiles(carrier))),
		]),
		...Object.fromEntries(carriers.flatMap((carrier) => Object.entries(singlePackage(carrier, readIfThere)))),
		...workflowFiles(),
		...singleWorkflows(),
		'.github/workflows/release.yml': releaseWorkflow(),
		'package.json': manifest(read('package.json')),
		'sandbox/carriers/carriers.ts': embeddedRegistry(),
		'README.md': withCapabilities(read('README.md'), carriers),
		'docs/shop-orders.md': withParts(read('docs/shop-orders.md'), carriers),
		'docs/reference/failures.md': failures(),
		...Object.fromEntries(carriers.flatMap((carrier) => Object.entries(codexFiles(carrier)))),
		...Object.fromEntries(
			carriers.flatMap((carrier) =>
				carrier.actions
					.filter(({ verb }) => verb === 'create')
					.map((action) => [`docs/pictures/${carrier.id}-create-${action.resource}.svg`, picture(carrier, action)]),
			),
		),
		...Object.fromEntries(carriers.map((carrier) => [`docs/reference/${carrier.id}.md`, reference(carrier)])),
		...Object.fromEntries(
			carriers.flatMap((carrier) => {
				const tables = fieldTablesOf(carrier);
				return tables.length === 0 ? [] : [[`docs/reference/fields-${carrier.id}.md`, fieldsPage(carrier, tables)]];
			}),
		),
		...Object.fromEntries(
			carriers.map((carrier) => [
				`docs/reference/${carrier.id}.tools.json`,
				`${JSON.stringify(
					carrier.actions.map((action) => toolSchema(carrier.id, action)),
					null,
					'\t',
				)}\n`,
			]),
		),
	};
}
