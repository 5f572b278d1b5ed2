import { toolSchema } from '../../shared/declare/tool-schema';
import { carriers } from '../../shared/registry';
import { withCapabilities } from './capabilities';
import { failures } from './failures';
import { picture } from './picture';
import { reference } from './reference';

/** Every file that is written from the registry and committed: path and text. `read` gives what is there today. */
export function generatedFiles(read: (path: string) => string): Record<string, string> {
	return {
		'README.md': withCapabilities(read('README.md'), carriers),
		'docs/reference/failures.md': failures(),
		...Object.fromEntries(
			carriers.flatMap((carrier) => carrier.actions.filter(({ verb }) => verb === 'create').map((action) => [`docs/pictures/${carrier.id}-create-${action.resource}.svg`, picture(carrier, action)])),
		),
		...Object.fromEntries(carriers.map((carrier) => [`docs/reference/${carrier.id}.md`, reference(carrier)])),
		...Object.fromEntries(
			carriers.map((carrier) => [
				`docs/reference/${carrier.id}.tools.json`,
				`${JSON.stringify(carrier.actions.map((action) => toolSchema(carrier.id, action)), null, '\t')}\n`,
			]),
		),
	};
}
