import { typeName } from '../../nodes/adapter/names';
import type { Carrier } from '../../shared/declare/carrier';
import { packOfAll } from './package-names';
import { homepage } from '../../package.json';

/** What people call any carrier, or look for without knowing one. */
export const everyCarrier: readonly string[] = ['carrier', 'waybill', 'package', 'transport'];

/** Our page about a carrier, with every field of its steps. */
const pageOf = (id: string) => `${homepage.replace(/#.*$/, '')}/blob/main/docs/reference/${id}.md`;

/** The data for n8n's search and node panel, next to a node's code. */
function codex(
	{ id, search, connection }: Carrier,
	packageName: string,
	node: string,
	aliases: readonly string[],
): string {
	const file = {
		node: `${packageName}.${node}`,
		nodeVersion: '1.0',
		codexVersion: '1.0',
		categories: search.categories,
		alias: [...new Set([...search.aliases, ...everyCarrier, ...aliases])],
		resources: {
			credentialDocumentation: [{ url: connection.docs }],
			primaryDocumentation: [{ url: pageOf(id) }],
		},
	};
	return `${JSON.stringify(file, null, '\t')}\n`;
}

/** The `.node.json` beside each of a carrier's nodes: path and text. Node types carry the name of their package. */
export function codexFiles(carrier: Carrier, packageName = packOfAll): Record<string, string> {
	const { title, pollingTriggers, webhookTriggers } = carrier;
	const nodes: [string, readonly string[]][] = [
		['', []],
		...(pollingTriggers.length > 0 ? [['Trigger', ['poll']] satisfies [string, string[]]] : []),
		...(webhookTriggers.length > 0 ? [['WebhookTrigger', ['webhook']] satisfies [string, string[]]] : []),
	];
	return Object.fromEntries(
		nodes.map(([suffix, aliases]) => [
			`nodes/${title}/${title}${suffix}.node.json`,
			codex(carrier, packageName, `${typeName(carrier)}${suffix}`, aliases),
		]),
	);
}
